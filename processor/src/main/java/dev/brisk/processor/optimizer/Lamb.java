package dev.brisk.processor.optimizer;

import dev.brisk.processor.optimizer.Update.Norm;
import java.util.List;

/**
 * LAMB (You et al., "Large Batch Optimization for Deep Learning", 2020), in the order of operations
 * of timm's {@code Lamb}: Adam's direction and the decay, scaled to the norm of the parameter. As
 * there, the scaling belongs to weight decay; without one the step is Adam's.
 */
final class Lamb implements UpdateRule {
  @Override
  public String algorithm() {
    return "LAMB";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-3),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.999),
        new Setting("epsilon", 1e-6),
        new Setting("weightDecay", 0.01));
  }

  @Override
  public boolean isLazy() {
    return false;
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update = Means.of("LAMB", settings);
    update
        .rate()
        .scalar("unbiased", "1 / (1 - " + update.power("beta1") + ")")
        .scalar("correction", "1 / Math.sqrt(1 - " + update.power("beta2") + ")")
        .line("T g = gradient[i];");
    Means.lines(update);
    String direction = "unbiased * mean[i] / (sqrt(meanSquare[i]) * correction + {EPSILON})";
    if (!update.has("weightDecay")) {
      return update.line("parameter[i] -= rate * " + direction + ";").build();
    }
    String line = "T direction = " + direction + " + {WEIGHT_DECAY} * parameter[i];";
    return update
        .constant("weightDecay")
        .line(line)
        .measure(
            "trust",
            "parameterNorm > 0 && directionNorm > 0 ? parameterNorm / directionNorm : 1",
            new Norm("parameter", "parameter[i]"),
            new Norm("direction", "direction"))
        .line(line)
        .line("parameter[i] -= rate * trust * direction;")
        .build();
  }
}
