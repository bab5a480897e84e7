package dev.brisk.processor.optimizer;

import dev.brisk.runtime.NesterovMomentum;
import dev.brisk.runtime.Powers;
import java.util.List;

/**
 * Adam with Nesterov's momentum (Dozat, 2016), in the order of operations of PyTorch's {@code
 * torch.optim.NAdam}. The momentum rises with the updates; {@link NesterovMomentum} gives it and
 * its products as functions of the number of the update, so that nothing is carried along.
 */
final class NAdam implements UpdateRule {
  @Override
  public String algorithm() {
    return "NADAM";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 2e-3),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.999),
        new Setting("epsilon", 1e-8),
        new Setting("weightDecay", 0),
        new Setting("momentumDecay", 4e-3));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update =
        Means.of("NAdam", settings)
            .constant("momentumDecay")
            .table("MOMENTUM", NesterovMomentum.class, "BETA1, MOMENTUM_DECAY")
            .table("BETA2_POWERS", Powers.class, "BETA2")
            .scalar("gradientStep", "rate * (1 - MOMENTUM.at(t)) / (1 - MOMENTUM.product(t))")
            .scalar("meanStep", "rate * MOMENTUM.at(t + 1) / (1 - MOMENTUM.product(t + 1))")
            .scalar("correction", "1 / Math.sqrt(1 - BETA2_POWERS.at(t))")
            .decayedGradient();
    Means.lines(update);
    return update
        .line("T denominator = sqrt(meanSquare[i]) * correction + {EPSILON};")
        .line("parameter[i] -= (gradientStep * g + meanStep * mean[i]) / denominator;")
        .build();
  }
}
