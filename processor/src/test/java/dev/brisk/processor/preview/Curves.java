package dev.brisk.processor.preview;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.read.ReadModels;
import dev.brisk.processor.schedule.RateCurve;

/** Rates of annotations. */
final class Curves {
  static final double BASE = 0.4;

  /** Every kind of schedule; where it needs a run, {@link #run} declares one. */
  static final String[] ALL = {
    "",
    "@Warmup(steps = 70)",
    "@Warmup(steps = 70, startFactor = 0.25, ramp = Ramp.CONSTANT)",
    "@Warmup(steps = 70, ramp = Ramp.COSINE) @Schedule(Decay.COSINE)",
    "@Schedule(value = Decay.STEP, stepSize = 90, gamma = 0.5)",
    "@Schedule(value = Decay.STEP, stepSize = 90, gamma = 1.5)",
    "@Warmup(steps = 70) @Schedule(value = Decay.MULTI_STEP, milestones = {101, 102, 400})",
    "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.99)",
    "@Schedule(value = Decay.EXPONENTIAL, gamma = 1.01, steps = 200)",
    "@Warmup(steps = 70) @Schedule(Decay.LINEAR)",
    "@Schedule(value = Decay.POLYNOMIAL, power = 3, minLearningRate = 0.01)",
    "@Schedule(value = Decay.COSINE_RESTARTS, period = 70)",
    "@Warmup(steps = 33) @Schedule(value = Decay.COSINE_RESTARTS, period = 40,"
        + " periodMultiplier = 2)",
    "@Warmup(steps = 50) @Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 41)",
    "@Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 31, stepSizeDown = 83,"
        + " mode = CycleMode.TRIANGULAR2)",
    "@Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 200, gamma = 0.98,"
        + " mode = CycleMode.EXP_RANGE)",
    "@Schedule(Decay.ONE_CYCLE)",
    "@Schedule(value = Decay.ONE_CYCLE, pctStart = 0.123, steps = 411, threePhase = true)",
    "@Schedule(value = Decay.ONE_CYCLE, pctStart = 1.0 / 3, anneal = Anneal.LINEAR)",
    "@Warmup(steps = 90) @Schedule(Decay.INVERSE_SQRT)",
    "@Schedule(value = Decay.INVERSE_TIME, stepSize = 90, gamma = 0.5)",
    "@Warmup(steps = 90) @Schedule(Decay.PLATEAU)",
    "@Warmup(steps = 70) @Schedule(value = Decay.CONSTANT, steps = 111)"
        + " @Schedule(value = Decay.COSINE, steps = 200)"
        + " @Schedule(value = Decay.CYCLIC, maxLearningRate = 1, stepSizeUp = 19, steps = 150)",
    "@Warmup(steps = 47) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)",
    "@Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 3,"
        + " interval = Interval.EPOCH)",
    "@Warmup(steps = 60) @Schedule(value = Decay.CONSTANT, steps = 2, interval = Interval.EPOCH)"
        + " @Schedule(value = Decay.COSINE_RESTARTS, period = 2, steps = 4,"
        + " interval = Interval.EPOCH)",
  };

  private Curves() {}

  /** A run of as many epochs of as many steps. */
  static String run(int epochs, int steps) {
    return "@Training(epochs = %d, batchSize = 1, examples = %d) ".formatted(epochs, steps);
  }

  static RateCurve of(String annotations) {
    return RateCurve.of(
        ReadModels.only(JavaFileObjects.forSourceString("Model", source(annotations))), BASE);
  }

  private static String source(String annotations) {
    return """
    import dev.brisk.*;

    @Trainable
    @Optimizer(value = Algorithm.SGD, learningRate = 0.4)
    %s
    class Model {
      @Parameter double p;

      @Loss
      double loss(double x) {
        return (p - x) * (p - x);
      }
    }
    """
        .formatted(annotations);
  }
}
