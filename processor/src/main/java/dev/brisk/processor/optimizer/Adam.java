package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Adam (Kingma and Ba, 2015), in the order of operations of PyTorch's {@code torch.optim.Adam}. The
 * corrections of the two means' bias are the same for all elements and are folded into two scalars
 * for each update. With {@code amsgrad} the variant of Reddi et al., 2018.
 */
final class Adam implements UpdateRule {
  @Override
  public String algorithm() {
    return "ADAM";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-3),
        new Setting("beta1", 0.9),
        new Setting("beta2", 0.999),
        new Setting("epsilon", 1e-8),
        new Setting("weightDecay", 0),
        new Setting("amsgrad", 0));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update = Means.of("Adam", settings);
    Means.corrections(update);
    update.decayedGradient();
    Means.lines(update);
    String root = Means.root(update);
    return update
        .line("T denominator = " + root + " * correction + {EPSILON};")
        .line("parameter[i] -= stepSize * mean[i] / denominator;")
        .build();
  }
}
