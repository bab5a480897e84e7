package dev.brisk.docs;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;

import dev.brisk.Better;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.Random;

/** Tells from which of three clouds a point of the plane comes, by softmax regression. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.1)
class Clouds {
  static final int CLOUDS = 3;

  @Parameter(shape = {CLOUDS, 2})
  double[] weights;

  @Parameter(shape = CLOUDS)
  double[] bias;

  @Loss
  double loss(@Shape(2) double[] point, int cloud) {
    return softmaxCrossEntropy(affine(weights, bias, point), cloud);
  }

  @Metric(better = Better.HIGHER)
  double accuracy(@Shape(2) double[] point, int cloud) {
    return argmax(affine(weights, bias, point)) == cloud ? 1 : 0;
  }

  /** Points around the corners of a triangle, a standard deviation of 0.5 at a distance of 1. */
  static CloudsTrainer.Examples draw(int count, long seed) {
    Random random = new Random(seed);
    double[][] points = new double[count][];
    int[] clouds = new int[count];
    for (int i = 0; i < count; i++) {
      clouds[i] = random.nextInt(CLOUDS);
      double angle = 2 * Math.PI * clouds[i] / CLOUDS;
      points[i] =
          new double[] {
            Math.cos(angle) + 0.5 * random.nextGaussian(),
            Math.sin(angle) + 0.5 * random.nextGaussian()
          };
    }
    return CloudsTrainer.examples(points, clouds);
  }
}
