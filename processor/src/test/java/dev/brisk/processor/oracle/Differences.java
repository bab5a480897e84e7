package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

/** Finite differences of a model's own loss. */
final class Differences {
  private static final double STEP = 1e-3;

  private Differences() {}

  /**
   * Holds a gradient against central differences, extrapolated twice (Richardson): their error
   * falls with the sixth power of the step. A coordinate that stands on or near a kink, where the
   * two sides differ, is left out.
   */
  static void assertAgree(String name, CompiledModel model, Object[] row, double[] gradient) {
    double[] at = model.parameters();
    for (int i = 0; i < at.length; i++) {
      double coarse = central(model, row, at, i, STEP);
      double middle = central(model, row, at, i, STEP / 2);
      double fine = central(model, row, at, i, STEP / 4);
      double once = (4 * middle - coarse) / 3;
      double again = (4 * fine - middle) / 3;
      double slope = (16 * again - once) / 15;
      boolean isSmooth = Math.abs(again - once) < 1e-6 * (1 + Math.abs(slope));
      if (isSmooth) {
        double error = Math.abs(gradient[i] - slope);
        assertThat(error)
            .as("%s, parameter %d: gradient %s, differences %s", name, i, gradient[i], slope)
            .isLessThanOrEqualTo(1e-6 * Math.max(Math.abs(slope), 1e-2));
      }
    }
    model.parameters(at);
  }

  /** Holds a gradient in single precision against plain central differences. */
  static void assertRoughlyAgree(
      String name, CompiledModel model, Object[] row, double[] gradient) {
    double[] at = model.parameters();
    for (int i = 0; i < at.length; i++) {
      double wide = central(model, row, at, i, 0x1p-5);
      double narrow = central(model, row, at, i, 0x1p-6);
      double slope = (4 * narrow - wide) / 3;
      boolean isSmooth = Math.abs(wide - narrow) < 0.02 * (1 + Math.abs(slope));
      if (isSmooth) {
        assertThat(Math.abs(gradient[i] - slope))
            .as("%s, parameter %d: gradient %s, differences %s", name, i, gradient[i], slope)
            .isLessThanOrEqualTo(2e-3 * (1 + Math.abs(slope)));
      }
    }
    model.parameters(at);
  }

  private static double central(
      CompiledModel model, Object[] row, double[] at, int i, double step) {
    double above = shifted(model, row, at, i, step);
    double below = shifted(model, row, at, i, -step);
    return (above - below) / (2 * step);
  }

  private static double shifted(CompiledModel model, Object[] row, double[] at, int i, double by) {
    double[] moved = at.clone();
    moved[i] += by;
    model.parameters(moved);
    return model.ownLoss(row);
  }
}
