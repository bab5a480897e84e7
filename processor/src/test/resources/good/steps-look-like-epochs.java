import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Training(epochs = 30, batchSize = 10, examples = 1000)
@Schedule(value = Decay.COSINE, steps = 30, interval = Interval.EPOCH)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Training(epochs = 30, batchSize = 10, examples = 1000)
  @Schedule(Decay.COSINE)
  static class Filling {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
