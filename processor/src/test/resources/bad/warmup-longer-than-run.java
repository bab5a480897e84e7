import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 5000)
//              ^ the warm-up of 5,000 steps is not shorter than the run. 10 epochs of 225 steps (14,400 examples in batches of 64) are 2,250 steps. Write @Warmup(steps = 225), a tenth of the run.
@Training(epochs = 10, batchSize = 64, examples = 14_400)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
