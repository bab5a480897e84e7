package dev.brisk.analysis;

/**
 * Products of the Hessian of a loss, or of a block of it, with vectors, by central differences of
 * the gradient {@code g}:
 *
 * <pre>
 * H v = (g(w + h v) - g(w - h v)) / 2h + O(h^2) + O(e |g| / h)
 * </pre>
 *
 * <p>The first error comes from the third derivatives of the gradient and is 0 for a quadratic; the
 * second from the rounding of gradients, to {@code e} relative. They are of the same size at {@code
 * h = e^(1/3)}, times the size of a parameter where that is above 1. Nocedal and Wright, "Numerical
 * Optimization", 2nd edition, 2006, section 8.1.
 */
final class HessianByDifferences implements Lanczos.Operator {
  private final TrainedLoss<?> loss;
  private final double[] parameters;
  private final int[] block;
  private final double width;

  /**
   * @param block the parameters by which it derives, by their places in the vector of all
   * @param width {@code h}
   */
  HessianByDifferences(TrainedLoss<?> loss, double[] parameters, int[] block, double width) {
    this.loss = loss;
    this.parameters = parameters;
    this.block = block;
    this.width = width;
  }

  /** The width at which both errors are of the same size. */
  static double width(double epsilon, double[] parameters) {
    double size = Lanczos.length(parameters) / Math.sqrt(parameters.length);
    return Math.cbrt(epsilon) * Math.max(1, size);
  }

  /** The same with differences of half the width. */
  HessianByDifferences halved() {
    return new HessianByDifferences(loss, parameters, block, width / 2);
  }

  @Override
  public int dimension() {
    return block.length;
  }

  @Override
  public double[] times(double[] unit) {
    double[] above = gradient(unit, width);
    double[] below = gradient(unit, -width);
    double[] product = new double[block.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = (above[block[i]] - below[block[i]]) / (2 * width);
    }
    return product;
  }

  private double[] gradient(double[] unit, double distance) {
    double[] moved = parameters.clone();
    for (int i = 0; i < block.length; i++) {
      moved[block[i]] += distance * unit[i];
    }
    loss.setParameters(moved);
    return loss.gradient();
  }
}
