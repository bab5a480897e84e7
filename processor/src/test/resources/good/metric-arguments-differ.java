import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(@Shape({2, 2}) double[] x, int label) {
    return (weight - x[0]) * (weight - x[0]);
  }

  @Metric
  double first(@Shape(4) double[] pixels, int ignored) {
    return pixels[0];
  }

  @Metric
  double second(double[] x, int label) {
    return x[1];
  }
}
