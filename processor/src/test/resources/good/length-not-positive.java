import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 1)
@Schedule(value = Decay.STEP, steps = 4, stepSize = 1)
@Training(epochs = 1, batchSize = 1, examples = 10, accumulate = 2)
@BatchScaling(baseBatchSize = 1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Warmup(steps = 100)
  @Schedule(value = Decay.STEP, steps = 900, stepSize = 300)
  static class Usual {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
