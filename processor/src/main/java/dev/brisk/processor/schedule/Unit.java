package dev.brisk.processor.schedule;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;

/** What a schedule counts its lengths in: {@link dev.brisk.Interval}. */
public enum Unit {
  STEP("step", "updates"),
  EPOCH("epoch", "epochs");

  private final String name;
  private final String counted;

  Unit(String name, String counted) {
    this.name = name;
    this.counted = counted;
  }

  /** The unit of a {@code @Schedule}. */
  public static Unit of(Declaration schedule) {
    return valueOf(schedule.choice("interval"));
  }

  /** {@code step} or {@code epoch}. */
  public String singular() {
    return name;
  }

  /** What a length of it counts, {@code updates} or {@code epochs}. */
  public String counted() {
    return counted;
  }

  /** A length, {@code 1 step} or {@code 30 epochs}. */
  public String count(long length) {
    return Figures.count(length, name);
  }
}
