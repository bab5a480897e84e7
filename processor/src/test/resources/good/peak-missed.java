import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.ONE_CYCLE, steps = 13, pctStart = 0.3)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Schedule(value = Decay.ONE_CYCLE, steps = 5, pctStart = 2.0 / 5)
  static class Reached {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
