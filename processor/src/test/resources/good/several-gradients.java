import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return (weight * x - y) * (weight * x - y);
  }

  @Gradient
  double gradient(double x, double y, double[] dWeight) {
    return another(x, y, dWeight);
  }

  double another(double x, double y, double[] dWeight) {
    dWeight[0] += 2 * (weight * x - y) * x;
    return loss(x, y);
  }
}
