import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  static final double SCALE = 2;

  @Loss
  double loss(double x) {
    return weight * x * SCALE;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  static class OfTheObject {
    @Parameter double weight;
    final double scale = 2;

    @Loss
    double loss(double x) {
      return weight * x * scale;
    }
  }
}
