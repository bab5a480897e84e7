package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.optimizer.StabilityBound;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;
import java.util.Optional;

/**
 * What a model that is trained by gradient descent says of its steps.
 *
 * @param peak the largest learning rate of the run
 * @param place of what makes it so large
 */
public record GradientDescent(double peak, Place place, StabilityBound bound) {
  /** Of a number that a person writes. */
  private static final int LONGEST = 8;

  /** Of a model with another algorithm, or with figures that make no sense, there is none. */
  public static Optional<GradientDescent> of(ModelSource model) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    if (!algorithm.name().equals("SGD")) {
      return Optional.empty();
    }
    double momentum = algorithm.value(optimizer, "momentum");
    double dampening = algorithm.value(optimizer, "dampening");
    double weightDecay = algorithm.value(optimizer, "weightDecay");
    double rate = AlgorithmAttributes.learningRate(model);
    boolean isSensible =
        LearningRateRule.isRate(rate)
            && momentum >= 0
            && momentum < 1
            && dampening >= 0
            && dampening <= 1
            && weightDecay >= 0;
    return isSensible
        ? peak(model, rate, momentum)
            .map(
                peak ->
                    new GradientDescent(
                        peak.rate(),
                        optimizer.place("learningRate"),
                        new StabilityBound(
                            peak.momentum(), dampening, optimizer.flag("nesterov"), weightDecay)))
        : Optional.empty();
  }

  /** The largest rate, and the momentum beside it. */
  private record Peak(double rate, double momentum) {}

  /**
   * Where the rate is not known, the one that is written; but a momentum that is cycled is open.
   */
  private static Optional<Peak> peak(ModelSource model, double rate, double momentum) {
    RateCurve curve = RunRate.curve(model);
    if (!curve.isKnown()) {
      return curve.phases().stream().anyMatch(phase -> phase.curve().momentum().isPresent())
          ? Optional.empty()
          : Optional.of(new Peak(rate, momentum));
    }
    RateCurve.Sample peak = curve.peak();
    return Optional.of(new Peak(peak.rate(), curve.momentum(peak.step(), momentum)));
  }

  /** The peak as it is written, or rounded where it was computed. */
  public String peakInFigures() {
    return inFigures(peak);
  }

  private static String inFigures(double value) {
    String exact = Figures.number(value);
    return exact.length() <= LONGEST ? exact : Figures.rounded(value);
  }

  /** Whether a rate of one over the curvature is the best there is on a quadratic. */
  public boolean isPlain() {
    return bound.momentum() == 0;
  }

  /** In words, {@code gradient descent with momentum 0.9}. */
  @Override
  public String toString() {
    return "gradient descent"
        + (isPlain()
            ? ""
            : (bound.isNesterov() ? " with Nesterov's momentum " : " with momentum ")
                + inFigures(bound.momentum()));
  }
}
