package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015), in the order of operations of PyTorch's {@code torch.optim.Adam}. The
 * corrections of the two means' bias are the same for all elements and are folded into two scalars
 * for each update.
 */
final class Adam implements UpdateRule {
  @Override
  public String algorithm() {
    return "ADAM";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-3),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.999),
        new Setting("epsilon", 1e-8),
        new Setting("weightDecay", 0));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update =
        new Update.Builder("Adam")
            .constant("BETA1", settings, "beta1")
            .constant("BETA2", settings, "beta2")
            .constant("EPSILON", settings, "epsilon")
            .state("mean")
            .state("meanSquare")
            .powers("BETA1_POWERS", "BETA1")
            .powers("BETA2_POWERS", "BETA2")
            .scalar("stepSize", "rate / (1 - BETA1_POWERS.at(t))")
            .scalar("correction", "1 / Math.sqrt(1 - BETA2_POWERS.at(t))");
    if (settings.number("weightDecay") == 0) {
      update.line("T g = gradient[i];");
    } else {
      update.constant("WEIGHT_DECAY", settings, "weightDecay");
      update.line("T g = gradient[i] + {WEIGHT_DECAY} * parameter[i];");
    }
    return update
        .line("mean[i] = {BETA1} * mean[i] + {1 - BETA1} * g;")
        .line("meanSquare[i] = {BETA2} * meanSquare[i] + {1 - BETA2} * g * g;")
        .line("T denominator = sqrt(meanSquare[i]) * correction + {EPSILON};")
        .line("parameter[i] -= stepSize * mean[i] / denominator;")
        .build();
  }
}
