package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), in the order of operations of
 * PyTorch's {@code torch.optim.AdamW}: the parameter shrinks by the rate times the decay, and then
 * Adam's step follows, which knows nothing of it.
 */
final class AdamW implements UpdateRule {
  @Override
  public String algorithm() {
    return "ADAMW";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-3),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.999),
        new Setting("epsilon", 1e-8),
        new Setting("weightDecay", 1e-2),
        new Setting("amsgrad", 0));
  }

  @Override
  public boolean isDecoupled() {
    return true;
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update = Means.of("AdamW", settings);
    Means.corrections(update);
    update.line("T g = gradient[i];");
    Means.lines(update);
    String root = Means.root(update);
    return update
        .line("T denominator = " + root + " * correction + {EPSILON};")
        .decayedDescent("stepSize * mean[i] / denominator")
        .build();
  }
}
