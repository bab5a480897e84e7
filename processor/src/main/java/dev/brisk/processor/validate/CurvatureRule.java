package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Optional;

/**
 * Gradient descent stays below the rate from which on it diverges, where the curvature is known.
 */
final class CurvatureRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.curvature().ifPresent(curvature -> check(model, curvature, diagnostics));
  }

  private static void check(ModelSource model, Declaration curvature, Diagnostics diagnostics) {
    double lipschitz = curvature.number("lipschitz");
    String algorithm = AlgorithmAttributes.of(model).name();
    if (!(lipschitz > 0 && Double.isFinite(lipschitz))) {
      diagnostics.add(
          Problem.LIPSCHITZ_NOT_POSITIVE, curvature.place("lipschitz"), Figures.number(lipschitz));
    } else if (!algorithm.equals("SGD")) {
      diagnostics.add(Problem.CURVATURE_WITHOUT_EFFECT, curvature.place(), algorithm);
    } else {
      Optional<GradientDescent> descent = GradientDescent.of(model);
      descent.ifPresent(steps -> check(steps, lipschitz, diagnostics));
    }
  }

  private static void check(GradientDescent descent, double lipschitz, Diagnostics diagnostics) {
    double bound = descent.form().bound(lipschitz);
    double inverse = 1 / (lipschitz + descent.form().weightDecay());
    if (descent.peak() >= bound) {
      diagnostics.add(
          Problem.STABILITY_BOUND_EXCEEDED,
          descent.place(),
          descent.peakInFigures(),
          Figures.number(lipschitz),
          descent,
          Figures.rounded(bound),
          Figures.rounded(inverse));
    } else if (descent.isPlain() && descent.peak() > inverse) {
      diagnostics.add(
          Problem.RATE_ABOVE_INVERSE_CURVATURE,
          descent.place(),
          descent.peakInFigures(),
          "With a curvature of up to " + Figures.number(lipschitz) + ",",
          Figures.rounded(inverse),
          Figures.rounded(bound));
    }
  }
}
