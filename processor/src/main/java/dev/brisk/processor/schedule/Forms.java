package dev.brisk.processor.schedule;

import dev.brisk.processor.read.Declaration;
import java.util.List;

/** All forms of schedules. */
public final class Forms {
  private static final List<Form> ALL =
      List.of(
          new ConstantRate(),
          new Step(),
          new MultiStep(),
          new Exponential(),
          new Linear(),
          new Polynomial(),
          new Cosine(),
          new CosineRestarts(),
          new CyclicRate(),
          new OneCycleRate(),
          new InverseSqrt(),
          new InverseTime(),
          new PlateauRate());

  private Forms() {}

  /** All of them, in the order of {@link dev.brisk.Decay}. */
  public static List<Form> all() {
    return ALL;
  }

  /** The form that a {@code @Schedule} names. */
  public static Form of(Declaration schedule) {
    String decay = schedule.choice("value");
    return ALL.stream()
        .filter(form -> form.decay().equals(decay))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no schedule " + decay));
  }
}
