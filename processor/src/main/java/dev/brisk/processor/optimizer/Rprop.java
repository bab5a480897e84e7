package dev.brisk.processor.optimizer;

import java.util.List;

/**
 * Resilient propagation (Riedmiller and Braun, 1993), in the order of operations of PyTorch's
 * {@code torch.optim.Rprop}: of the gradient only the signs count. The steps start at the rate of
 * the first update, which is added to steps of 0 there.
 */
final class Rprop implements UpdateRule {
  @Override
  public String algorithm() {
    return "RPROP";
  }

  @Override
  public List<Setting> settings() {
    return List.of(
        new Setting("learningRate", 1e-2),
        new Setting("etaMinus", 0.5),
        new Setting("etaPlus", 1.2),
        new Setting("stepMin", 1e-6),
        new Setting("stepMax", 50));
  }

  @Override
  public boolean isLazy() {
    return false;
  }

  @Override
  public Update update(Settings settings) {
    return new Update.Builder("Rprop", settings)
        .constant("etaMinus")
        .constant("etaPlus")
        .constant("stepMin")
        .constant("stepMax")
        .state("previous")
        .state("step")
        .scalar("start", "t == 1 ? rate : 0")
        .line("T agreement = sign(gradient[i]) * sign(previous[i]);")
        .line("T factor = agreement > 0 ? {ETA_PLUS} : agreement < 0 ? {ETA_MINUS} : 1;")
        .line("step[i] = min(max((step[i] + start) * factor, {STEP_MIN}), {STEP_MAX});")
        .line("previous[i] = agreement < 0 ? 0 : gradient[i];")
        .line("parameter[i] -= sign(previous[i]) * step[i];")
        .build();
  }
}
