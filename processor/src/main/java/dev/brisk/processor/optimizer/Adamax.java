package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Adam with the infinity norm in place of the mean of squares (Kingma and Ba, 2015, section 7), in
 * the order of operations of PyTorch's {@code torch.optim.Adamax}. The norm needs no correction.
 */
final class Adamax implements UpdateRule {
  @Override
  public String algorithm() {
    return "ADAMAX";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 2e-3),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.999),
        new Setting("epsilon", 1e-8),
        new Setting("weightDecay", 0));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update =
        new Update.Builder("Adamax", settings)
            .constant("beta1")
            .constant("beta2")
            .constant("epsilon")
            .state("mean")
            .state("largest");
    return update
        .scalar("stepSize", "rate / (1 - " + update.power("beta1") + ")")
        .decayedGradient()
        .line("mean[i] = keep({BETA1}, mean[i]) + {1 - BETA1} * g;")
        .line("largest[i] = max({BETA2} * largest[i], abs(g) + {EPSILON});")
        .line("parameter[i] -= stepSize * mean[i] / largest[i];")
        .build();
  }
}
