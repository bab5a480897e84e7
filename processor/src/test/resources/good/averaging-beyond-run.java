import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@WeightAveraging(value = Averaging.SWA, start = 2249)
@Training(epochs = 10, batchSize = 64, examples = 14_400)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @WeightAveraging(value = Averaging.SWA, start = 1686)
  @Training(epochs = 10, batchSize = 64, examples = 14_400)
  static class LastQuarter {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
