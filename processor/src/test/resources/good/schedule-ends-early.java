import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.COSINE, steps = 960, minLearningRate = 0.001)
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
  @Schedule(Decay.COSINE)
  @Training(epochs = 10, batchSize = 10, examples = 1000)
  static class Filling {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
