package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Lion (Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023): the sign of a mean
 * that leans to the newest gradient, with decoupled weight decay.
 */
final class Lion implements UpdateRule {
  @Override
  public String algorithm() {
    return "LION";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-4),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.99),
        new Setting("weightDecay", 0));
  }

  @Override
  public boolean isDecoupled() {
    return true;
  }

  @Override
  public Update update(Settings settings) {
    return new Update.Builder("Lion", settings)
        .constant("beta1")
        .constant("beta2")
        .state("mean")
        .rate()
        .line("T direction = sign({BETA1} * mean[i] + {1 - BETA1} * gradient[i]);")
        .decayedDescent("rate * direction")
        .line("mean[i] = {BETA2} * mean[i] + {1 - BETA2} * gradient[i];")
        .build();
  }
}
