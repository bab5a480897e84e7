import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 400)
//              ^ the warm-up takes 40 % of the run, 400 of 1,000 steps.
@Schedule(Decay.COSINE)
@Training(epochs = 10, batchSize = 10, examples = 1000)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
