package dev.brisk.report.landscape;

import dev.brisk.runtime.ParameterLayout;
import java.util.List;
import java.util.Random;

/**
 * Random directions that are normalised by filters, so that a unit of them means the same whatever
 * the scale of the weights is: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the Loss
 * Landscape of Neural Nets", 2018, section 4. Each filter of a direction has the length of that
 * filter of the parameters.
 *
 * <p>A filter here is what belongs to one index of the outermost dimension of a parameter with two
 * dimensions or more: a row of a matrix, a filter of a convolution. A parameter of one dimension is
 * one filter, and so is a number, and rows of different lengths together. Where all of a filter is
 * 0 the direction is too.
 */
final class Filters {
  private Filters() {}

  /**
   * A direction from the normal distribution, normalised.
   *
   * @param random whose normal numbers are the same on every JDK
   * @param layout of the parameters that it moves
   */
  static double[] random(Random random, double[] parameters, List<ParameterLayout> layout) {
    double[] direction = new double[parameters.length];
    for (ParameterLayout parameter : layout) {
      for (int i = parameter.offset(); i < parameter.end(); i++) {
        direction[i] = random.nextGaussian();
      }
      int size = filter(parameter);
      for (int from = parameter.offset(); from < parameter.end(); from += size) {
        normalise(direction, parameters, from, from + size);
      }
    }
    return direction;
  }

  /** The number of elements of a filter. */
  private static int filter(ParameterLayout parameter) {
    int size = parameter.size();
    return parameter.shape().size() < 2 ? Math.max(1, size) : size / parameter.shape().get(0);
  }

  private static void normalise(double[] direction, double[] parameters, int from, int to) {
    double drawn = 0;
    double own = 0;
    for (int i = from; i < to; i++) {
      drawn += direction[i] * direction[i];
      own += parameters[i] * parameters[i];
    }
    double factor = Math.sqrt(own / drawn);
    for (int i = from; i < to; i++) {
      direction[i] *= factor;
    }
  }
}
