package dev.brisk.processor.preview;

import dev.brisk.processor.diagnostic.Figures;

/**
 * How the steps of a run are counted below its picture.
 *
 * @param steps of the run
 * @param unit {@code step} or {@code epoch}
 * @param perUnit steps of one
 */
record Axis(long steps, String unit, long perUnit) {
  /** Where a step is, {@code step 7} or {@code epoch 1.5, step 60}. */
  String place(long step) {
    String place = "step " + Figures.count(step);
    return unit.equals("step")
        ? place
        : unit + " " + Figures.rounded((double) step / perUnit) + ", " + place;
  }
}
