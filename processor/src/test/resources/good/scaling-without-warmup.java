import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@BatchScaling(baseBatchSize = 64)
@Warmup(steps = 140)
@Training(epochs = 100, batchSize = 128, accumulate = 4, examples = 14_336)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
