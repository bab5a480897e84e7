package dev.brisk.processor.optimizer;

import dev.brisk.runtime.NesterovMomentum;
import java.util.List;
import java.util.Optional;

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

  /** None, as the momentum has a course of its own. */
  @Override
  public Optional<String> cyclable() {
    return Optional.empty();
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update =
        Means.of("NAdam", settings)
            .constant("momentumDecay")
            .table("MOMENTUM", NesterovMomentum.class, "BETA1, MOMENTUM_DECAY");
    update
        .scalar("gradientStep", "rate * (1 - MOMENTUM.at(t)) / (1 - MOMENTUM.product(t))")
        .scalar("meanStep", "rate * MOMENTUM.at(t + 1) / (1 - MOMENTUM.product(t + 1))")
        .scalar("correction", "1 / Math.sqrt(1 - " + update.power("beta2") + ")")
        .decayedGradient();
    Means.lines(update);
    return update
        .line("T denominator = sqrt(meanSquare[i]) * correction + {EPSILON};")
        .line("parameter[i] -= (gradientStep * g + meanStep * mean[i]) / denominator;")
        .build();
  }
}
