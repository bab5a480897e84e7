import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 300)
@Schedule(value = Decay.LINEAR, startFactor = 1, endFactor = 0)
@Training(epochs = 10, batchSize = 10, examples = 1000)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Warmup(steps = 50)
  @Schedule(Decay.COSINE)
  @Training(epochs = 10, batchSize = 10, examples = 1000)
  static class Short {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
