import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 50)
@Schedule(value = Decay.CONSTANT, steps = 800)
@Schedule(value = Decay.COSINE)
@Training(epochs = 1, batchSize = 10, examples = 10_000)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
