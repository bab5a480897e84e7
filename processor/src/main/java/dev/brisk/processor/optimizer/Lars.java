package dev.brisk.processor.optimizer;

import dev.brisk.processor.optimizer.Update.Norm;
import java.util.List;

/**
 * LARS (You et al., "Large Batch Training of Convolutional Networks", 2017), in the order of
 * operations of timm's {@code Lars}: the decayed gradient is scaled to the norm of the parameter,
 * and descent with momentum takes it from there. As there, the scaling belongs to weight decay;
 * without one the update is that of SGD.
 */
final class Lars implements UpdateRule {
  @Override
  public String algorithm() {
    return "LARS";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1),
        new Setting("momentum", 0),
        new Setting("dampening", 0),
        new Setting("nesterov", 0),
        new Setting("weightDecay", 0),
        new Setting("trustCoefficient", 1e-3),
        new Setting("epsilon", 1e-8));
  }

  @Override
  public boolean isLazy() {
    return false;
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update = new Update.Builder("LARS", settings).rate();
    if (!update.has("weightDecay")) {
      return Sgd.descend(update, "gradient[i]", false).build();
    }
    update
        .constant("weightDecay")
        .constant("trustCoefficient")
        .constant("epsilon")
        .measure(
            "trust",
            "parameterNorm > 0 && gradientNorm > 0 ? TRUST_COEFFICIENT * parameterNorm"
                + " / (gradientNorm + WEIGHT_DECAY * parameterNorm + EPSILON) : 1",
            new Norm("parameter", "parameter[i]"),
            new Norm("gradient", "gradient[i]"));
    return Sgd.descend(update, "trust * (gradient[i] + {WEIGHT_DECAY} * parameter[i])", false)
        .build();
  }
}
