package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Adadelta (Zeiler, 2012), in the order of operations of PyTorch's {@code torch.optim.Adadelta}:
 * the step has the size of those before it, and the rate is a factor of it.
 */
final class Adadelta implements UpdateRule {
  @Override
  public String algorithm() {
    return "ADADELTA";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1),
        new Setting("rho", 0.9),
        new Setting("epsilon", 1e-6),
        new Setting("weightDecay", 0));
  }

  @Override
  public Update update(Settings settings) {
    return new Update.Builder("Adadelta", settings)
        .constant("rho")
        .constant("epsilon")
        .state("meanSquare")
        .state("meanSquareStep")
        .rate()
        .decayedGradient()
        .line("meanSquare[i] = keepSquare({RHO}, meanSquare[i]) + {1 - RHO} * g * g;")
        .line("T step = sqrt(meanSquareStep[i] + {EPSILON}) / sqrt(meanSquare[i] + {EPSILON}) * g;")
        .line("meanSquareStep[i] = keepSquare({RHO}, meanSquareStep[i]) + {1 - RHO} * step * step;")
        .line("parameter[i] -= rate * step;")
        .build();
  }
}
