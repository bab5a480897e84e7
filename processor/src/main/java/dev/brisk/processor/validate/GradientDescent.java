package dev.brisk.processor.validate;

import dev.brisk.analysis.Descent;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;
import java.util.Optional;

/**
 * What a model that is trained by gradient descent says of its steps.
 *
 * @param peak the largest learning rate of the run
 * @param place of what makes it so large
 * @param form of descent, which tells the bound
 */
public record GradientDescent(double peak, Place place, Descent form) {
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
            && isMomentum(momentum)
            && dampening >= 0
            && dampening <= 1
            && weightDecay >= 0
            && weightDecay < Double.POSITIVE_INFINITY;
    if (!isSensible) {
      return Optional.empty();
    }
    // Nesterov's form dampens nothing: another rule refuses both together.
    boolean isNesterov = optimizer.flag("nesterov");
    double dampens = isNesterov ? 0 : dampening;
    return peak(model, rate, momentum)
        .filter(peak -> isMomentum(peak.momentum()))
        .map(
            peak ->
                new GradientDescent(
                    peak.rate(),
                    optimizer.place("learningRate"),
                    new Descent(peak.momentum(), dampens, isNesterov, weightDecay)));
  }

  private static boolean isMomentum(double value) {
    return value >= 0 && value < 1;
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
    return Figures.brief(peak);
  }

  /** Whether a rate of one over the curvature is the best there is on a quadratic. */
  public boolean isPlain() {
    return form.momentum() == 0;
  }

  /** In words, {@code gradient descent with momentum 0.9}. */
  @Override
  public String toString() {
    return "gradient descent"
        + (isPlain()
            ? ""
            : (form.isNesterov() ? " with Nesterov's momentum " : " with momentum ")
                + Figures.brief(form.momentum()));
  }
}
