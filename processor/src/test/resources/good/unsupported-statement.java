import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double value = weight * x;
    for (int i = 0; i < 10; i++) {
      value = value > 1 ? value / 2 : value;
    }
    return value;
  }
}
