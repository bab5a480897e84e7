package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * RMSProp (Hinton, 2012), in the order of operations of PyTorch's {@code torch.optim.RMSprop}. The
 * centred form (Graves, 2013) divides by the deviation, whose square rounding can bring below 0; it
 * is 0 then.
 */
final class RmsProp implements UpdateRule {
  @Override
  public String algorithm() {
    return "RMSPROP";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-2),
        new Setting("alpha", 0.99),
        new Setting("epsilon", 1e-8),
        new Setting("weightDecay", 0),
        new Setting("momentum", 0),
        new Setting("centered", 0));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update =
        new Update.Builder("RMSProp", settings)
            .constant("alpha")
            .constant("epsilon")
            .state("meanSquare")
            .rate()
            .decayedGradient()
            .line("meanSquare[i] = keepSquare({ALPHA}, meanSquare[i]) + {1 - ALPHA} * g * g;");
    String square = "meanSquare[i]";
    if (update.has("centered")) {
      update
          .mention("centred")
          .state("mean")
          .line("mean[i] = keep({ALPHA}, mean[i]) + {1 - ALPHA} * g;");
      square = "max(meanSquare[i] - mean[i] * mean[i], 0)";
    }
    String step = "g / (sqrt(" + square + ") + {EPSILON})";
    if (!update.has("momentum")) {
      return update.line("parameter[i] -= rate * " + step + ";").build();
    }
    return update
        .constant("momentum")
        .state("momentum")
        .line("momentum[i] = keep({MOMENTUM}, momentum[i]) + " + step + ";")
        .line("parameter[i] -= rate * momentum[i];")
        .build();
  }
}
