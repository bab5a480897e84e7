package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Stochastic gradient descent, in the order of operations of PyTorch's {@code torch.optim.SGD}:
 * weight decay joins the gradient, momentum takes it in, the rate multiplies last. The first update
 * takes the whole gradient in; dampening begins with the second.
 */
final class Sgd implements UpdateRule {
  @Override
  public String algorithm() {
    return "SGD";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-3),
        new Setting("momentum", 0),
        new Setting("dampening", 0),
        new Setting("nesterov", 0),
        new Setting("weightDecay", 0));
  }

  @Override
  public Update update(Settings settings) {
    Update.Builder update = new Update.Builder("SGD", settings).rate();
    if (!update.has("weightDecay")) {
      return descend(update, "gradient[i]", false).build(!update.has("momentum"));
    }
    update.constant("weightDecay");
    return descend(update, "gradient[i] + {WEIGHT_DECAY} * parameter[i]", true).build();
  }

  /**
   * Descent along a direction, with momentum where there is one.
   *
   * @param isSum whether the direction is one, which a factor has to embrace
   */
  static Update.Builder descend(Update.Builder update, String direction, boolean isSum) {
    if (!update.has("momentum")) {
      return update.line(
          "parameter[i] -= rate * " + (isSum ? "(" + direction + ")" : direction) + ";");
    }
    update.constant("momentum").state("momentum");
    boolean dampens = update.has("dampening");
    if (dampens) {
      update.constant("dampening").scalar("share", "t == 1 ? 1 : 1 - DAMPENING");
    }
    boolean nesterov = update.has("nesterov");
    String taken = direction;
    if (nesterov || (dampens && isSum)) {
      update.line("T g = " + direction + ";");
      taken = "g";
    }
    update.line(
        "momentum[i] = keep({MOMENTUM}, momentum[i]) + "
            + (dampens ? "share * " : "")
            + taken
            + ";");
    return nesterov
        ? update.mention("Nesterov").line("parameter[i] -= rate * (g + {MOMENTUM} * momentum[i]);")
        : update.line("parameter[i] -= rate * momentum[i];");
  }
}
