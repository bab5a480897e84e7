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
    Update.Builder update = new Update.Builder("SGD").rate();
    boolean decays = settings.number("weightDecay") != 0;
    if (decays) {
      update.constant("WEIGHT_DECAY", settings, "weightDecay");
    }
    String gradient = decays ? "gradient[i] + {WEIGHT_DECAY} * parameter[i]" : "gradient[i]";
    if (settings.number("momentum") == 0) {
      update.line("parameter[i] -= rate * " + (decays ? "(" + gradient + ")" : gradient) + ";");
      return update.build(!decays);
    }
    update.constant("MOMENTUM", settings, "momentum").state("momentum");
    boolean dampens = settings.number("dampening") != 0;
    if (dampens) {
      update.constant("DAMPENING", settings, "dampening");
      update.scalar("share", "t == 1 ? 1 : 1 - DAMPENING");
    }
    boolean nesterov = settings.flag("nesterov");
    String taken = gradient;
    if (nesterov || (dampens && decays)) {
      update.line("T g = " + gradient + ";");
      taken = "g";
    }
    update.line(
        "momentum[i] = {MOMENTUM} * momentum[i] + " + (dampens ? "share * " : "") + taken + ";");
    if (nesterov) {
      update.mention("Nesterov");
      update.line("parameter[i] -= rate * (g + {MOMENTUM} * momentum[i]);");
    } else {
      update.line("parameter[i] -= rate * momentum[i];");
    }
    return update.build();
  }
}
