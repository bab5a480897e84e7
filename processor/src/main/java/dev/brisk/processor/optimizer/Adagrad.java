package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Adagrad (Duchi et al., 2011), in the order of operations of PyTorch's {@code
 * torch.optim.Adagrad}. The initial accumulator joins the sum where it is read, so that the sum
 * itself starts at 0.
 */
final class Adagrad implements UpdateRule {
  @Override
  public String algorithm() {
    return "ADAGRAD";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-2),
        new Setting("learningRateDecay", 0),
        new Setting("weightDecay", 0),
        new Setting("initialAccumulator", 0),
        new Setting("epsilon", 1e-10));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update =
        new Update.Builder("Adagrad", settings).constant("epsilon").state("squares");
    if (update.has("learningRateDecay")) {
      update
          .constant("learningRateDecay")
          .scalar("stepSize", "rate / (1 + (t - 1) * LEARNING_RATE_DECAY)");
    } else {
      update.scalar("stepSize", "rate");
    }
    String sum = "squares[i]";
    if (update.has("initialAccumulator")) {
      update.constant("initialAccumulator");
      sum = "{INITIAL_ACCUMULATOR} + squares[i]";
    }
    return update
        .decayedGradient()
        .line("squares[i] += g * g;")
        .line("parameter[i] -= stepSize * g / (sqrt(" + sum + ") + {EPSILON});")
        .build();
  }
}
