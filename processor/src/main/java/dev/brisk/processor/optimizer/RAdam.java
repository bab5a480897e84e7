package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Rectified Adam (Liu et al., 2020), in the order of operations of PyTorch's {@code
 * torch.optim.RAdam}. {@code length} is how many gradients the mean of squares is worth. Up to 5 of
 * them it says nothing, and the step is that of the corrected mean alone: {@code isRectified} is 0,
 * and the denominator 1. From then on the step is shortened by what is still uncertain.
 */
final class RAdam implements UpdateRule {
  @Override
  public String algorithm() {
    return "RADAM";
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
    Update.Builder update = Means.of("RAdam", settings);
    String biased = update.power("beta1");
    update
        .scalar("past", update.power("beta2"))
        .scalar("longest", "2 / (1 - BETA2) - 1")
        .scalar("length", "longest - 2 * t * past / (1 - past)")
        .scalar("certainty", "(length - 4) * (length - 2) / length")
        .scalar("ofLongest", "(longest - 4) * (longest - 2) / longest")
        .scalar("rectification", "Math.sqrt(certainty / ofLongest * (1 - past))")
        .scalar("isRectified", "length > 5 ? 1 : 0")
        .scalar("stepSize", "rate / (1 - " + biased + ") * (length > 5 ? rectification : 1)")
        .decayedGradient();
    Means.lines(update);
    return update
        .line(
            "T denominator = isRectified * (sqrt(meanSquare[i]) + {EPSILON}) + (1 - isRectified);")
        .line("parameter[i] -= stepSize * mean[i] / denominator;")
        .build();
  }
}
