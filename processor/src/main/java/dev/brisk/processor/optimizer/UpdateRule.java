package dev.brisk.processor.optimizer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One algorithm. */
public interface UpdateRule {
  /** The constant of {@link dev.brisk.Algorithm} that names it. */
  String algorithm();

  /** The attributes that it reads, with its defaults; the learning rate among them. */
  List<Setting> settings();

  /** The attribute that a schedule may cycle, if there is any. */
  default Optional<String> cyclable() {
    List<String> attributes = settings().stream().map(Setting::attribute).toList();
    return Stream.of("momentum", "beta1").filter(attributes::contains).findFirst();
  }

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
