package dev.brisk.processor.preview;

import dev.brisk.processor.diagnostic.Figures;
import java.util.List;

/**
 * How the steps of a run are counted below its picture.
 *
 * @param steps of the run
 * @param unit {@code step} or {@code epoch}
 * @param perUnit steps of one
 */
record Axis(long steps, String unit, long perUnit) {
  private static final double LARGEST_PLAIN = 1e12;

  /** Where a step is, {@code step 7}, or {@code epoch 1.5} and {@code step 60}. */
  List<String> place(long step) {
    String place = "step " + whole(step);
    return unit.equals("step")
        ? List.of(place)
        : List.of(unit + " " + shown((double) step / perUnit), place);
  }

  /** Three digits, and all of those before the point. */
  private static String shown(double units) {
    return units < 100 ? Figures.rounded(units) : whole(Math.rint(units));
  }

  /** A whole number, scientific where digits would be too many to read. */
  static String whole(double value) {
    return value < LARGEST_PLAIN ? Figures.count((long) value) : Figures.number(value);
  }
}
