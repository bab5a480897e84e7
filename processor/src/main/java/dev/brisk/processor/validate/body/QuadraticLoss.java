package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.validate.GradientDescent;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Gradient descent on a loss that is visibly a quadratic, {@code (w - 3)^2}, has a rate at which it
 * comes down. It only warns, so that a lesson on divergence can still be written.
 */
final class QuadraticLoss {
  private QuadraticLoss() {}

  static void check(ModelSource model, Program loss, Diagnostics diagnostics) {
    boolean isWritten = model.optimizer().isWritten("learningRate");
    if (isWritten && model.curvature().isEmpty()) {
      GradientDescent.of(model)
          .ifPresent(
              descent ->
                  QuadraticForms.of(loss)
                      .flatMap(QuadraticLoss::curvatures)
                      .ifPresent(curvatures -> check(descent, curvatures, diagnostics)));
    }
  }

  /**
   * @param curvatures along the axes of the quadratic
   */
  private static void check(GradientDescent descent, double[] curvatures, Diagnostics diagnostics) {
    double largest = DoubleStream.of(curvatures).max().orElseThrow();
    double smallest = DoubleStream.of(curvatures).min().orElseThrow();
    double bound = descent.form().bound(largest);
    double inverse = 1 / (largest + descent.form().weightDecay());
    // With several curvatures, or with momentum, the best rate is another.
    boolean isInverseBest = descent.isPlain() && smallest == largest;
    if (descent.peak() >= bound) {
      diagnostics.add(
          Problem.DIVERGES_ON_QUADRATIC,
          descent.place(),
          descent.peakInFigures(),
          Figures.rounded(largest),
          descent,
          Figures.rounded(bound),
          isInverseBest
              ? "; one over the curvature, " + Figures.rounded(inverse) + ", is optimal"
              : "");
    } else if (isInverseBest && descent.peak() > inverse) {
      diagnostics.add(
          Problem.RATE_ABOVE_INVERSE_CURVATURE,
          descent.place(),
          descent.peakInFigures(),
          "The loss is a quadratic with a curvature of " + Figures.rounded(largest) + ", where",
          Figures.rounded(inverse),
          Figures.rounded(bound));
    }
  }

  /** The eigenvalues of the Hessian, if they are known, and the loss has a minimum. */
  private static Optional<double[]> curvatures(Quadratic loss) {
    List<Quadratic.Cell> cells = loss.curved();
    double[][] hessian = new double[cells.size()][cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      for (int j = 0; j < cells.size(); j++) {
        hessian[i][j] = loss.curvature(cells.get(i), cells.get(j));
        if (!Double.isFinite(hessian[i][j])) {
          return Optional.empty();
        }
      }
    }
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    double[] curvatures = cells.size() == 1 ? hessian[0] : Eigenvalues.of(hessian);
    boolean isConvex = DoubleStream.of(curvatures).allMatch(curvature -> curvature > 0);
    return isConvex ? Optional.of(curvatures) : Optional.empty();
  }
}
