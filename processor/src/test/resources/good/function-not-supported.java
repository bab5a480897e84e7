import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return weight * x;
  }

  @Metric
  double growth(double x, double y) {
    return Math.expm1(weight * x);
  }
}
