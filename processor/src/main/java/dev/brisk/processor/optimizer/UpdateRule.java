package dev.brisk.processor.optimizer;

import java.util.List;

/** One algorithm. */
public interface UpdateRule {
  /** The constant of {@link dev.brisk.Algorithm} that names it. */
  String algorithm();

  /** The attributes that it reads, with its defaults; the learning rate among them. */
  List<Setting> settings();

  /** What it does with these settings. */
  Update update(Settings settings);

  /** Whether weight decay shrinks the parameter by {@code rate * weightDecay}, beside the step. */
  default boolean isDecoupled() {
    return false;
  }

  /** Whether rows of a table can be updated by themselves, the others left as they are. */
  default boolean isLazy() {
    return true;
  }
}
