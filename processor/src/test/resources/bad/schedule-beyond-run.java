import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Warmup(steps = 50)
  @Schedule(value = Decay.CONSTANT, steps = 950)
  @Schedule(value = Decay.COSINE)
//^ begins at step 1,000, when the run is over. 1 epoch of 1,000 steps (10,000 examples in batches of 10) is 1,000 steps, and what comes before takes 1,000 steps
  @Training(epochs = 1, batchSize = 10, examples = 10_000)
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
