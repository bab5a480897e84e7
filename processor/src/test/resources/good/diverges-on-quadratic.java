import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 1.5, momentum = 0.9)
class Model {
  @Parameter double weight;

  @Loss
  double loss() {
    return Math.pow(weight - 5, 2);
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  static class Slow {
    @Parameter double weight;

    @Loss
    double loss() {
      return Math.pow(weight - 5, 2);
    }
  }
}
