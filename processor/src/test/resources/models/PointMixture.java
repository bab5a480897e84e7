package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** A mixture of round Gaussians in the plane. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class PointMixture {
  record Point(double x, double y) {}

  static final int COMPONENTS = 3;

  @Parameter(shape = COMPONENTS)
  double[] logWeights;

  @Parameter(shape = {COMPONENTS, 2})
  double[][] means;

  @Parameter(shape = COMPONENTS)
  double[] logVariances;

  static double squaredDistance(Point point, double[] mean) {
    double dx = point.x() - mean[0];
    double dy = point.y() - mean[1];
    return dx * dx + dy * dy;
  }

  @Loss
  double loss(Point point) {
    double total = 0;
    double density = 0;
    for (int k = 0; k < COMPONENTS; k++) {
      double weight = Math.exp(logWeights[k]);
      double exponent = squaredDistance(point, means[k]) / (2 * Math.exp(logVariances[k]));
      total += weight;
      density += weight * Math.exp(-exponent - logVariances[k]) / (2 * Math.PI);
    }
    return Math.log(total) - Math.log(density);
  }
}
