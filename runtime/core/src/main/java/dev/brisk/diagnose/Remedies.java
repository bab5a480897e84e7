package dev.brisk.diagnose;

import dev.brisk.runtime.Watched;

/** Edits of annotations. */
final class Remedies {
  private static final long FEW_STEPS = 100;

  private Remedies() {}

  /** A tenth of the rate; or, at the beginning of a run, a warm-up. */
  static String lowerRate(Course course) {
    Watched trainer = course.trainer();
    String remedy =
        "Divide the rate by 10: " + trainer.annotationFor(trainer.baseLearningRate() / 10) + ".";
    boolean isAtStart = trainer.stepCount() < FEW_STEPS && trainer.warmupSteps() == 0;
    long steps = Math.max(FEW_STEPS, trainer.runSteps() / 20);
    return isAtStart
        ? remedy + " Or begin with a low rate: @Warmup(steps = " + steps + ")."
        : remedy;
  }

  /** A higher rate. */
  static String higherRate(Course course, double factor) {
    Watched trainer = course.trainer();
    return "Multiply the rate by 2 to 10: "
        + trainer.annotationFor(trainer.baseLearningRate() * factor)
        + ".";
  }
}
