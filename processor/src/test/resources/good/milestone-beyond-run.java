import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Training(epochs = 2, batchSize = 10, examples = 1000)
@Schedule(value = Decay.MULTI_STEP, milestones = {100, 199})
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Training(epochs = 2, batchSize = 10, examples = 1000)
  @Schedule(value = Decay.MULTI_STEP, milestones = {100, 150})
  static class Usual {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
