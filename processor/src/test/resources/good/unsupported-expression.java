import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    int rest = (int) x % 4;
    return weight * rest;
  }
}
