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
    Means.powers(update);
    update
        .local("past", "BETA2_POWERS.at(t)")
        .local("longest", "2 / (1 - BETA2) - 1")
        .local("length", "longest - 2 * t * past / (1 - past)")
        .local("certainty", "(length - 4) * (length - 2) / length")
        .local("ofLongest", "(longest - 4) * (longest - 2) / longest")
        .local("rectification", "Math.sqrt(certainty / ofLongest * (1 - past))")
        .scalar("isRectified", "length > 5 ? 1 : 0")
        .scalar("stepSize", "rate / (1 - BETA1_POWERS.at(t)) * (length > 5 ? rectification : 1)")
        .decayedGradient();
    Means.lines(update);
    return update
        .line(
            "T denominator = isRectified * (sqrt(meanSquare[i]) + {EPSILON}) + (1 - isRectified);")
        .line("parameter[i] -= stepSize * mean[i] / denominator;")
        .build();
  }
}
