package dev.brisk.analysis;

/**
 * The way of descent over a quadratic: the start, and where each step led. What diverges is
 * followed to infinity and NaN.
 */
public final class Trajectory {
  private final double[][] points;
  private final double[] losses;

  Trajectory(double[][] points, double[] losses) {
    this.points = points;
    this.losses = losses;
  }

  /** The number of steps. */
  public int steps() {
    return losses.length - 1;
  }

  /**
   * Where it is after some steps.
   *
   * @param step in [0, steps]; 0 is the start
   */
  public double[] point(int step) {
    return points[step].clone();
  }

  /** The loss at the start and after each step, {@code steps + 1} of them. */
  public double[] losses() {
    return losses.clone();
  }

  /**
   * One parameter at the start and after each step.
   *
   * @param index of the parameter
   */
  public double[] parameter(int index) {
    double[] values = new double[points.length];
    for (int t = 0; t < values.length; t++) {
      values[t] = points[t][index];
    }
    return values;
  }
}
