import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Schedule(value = Decay.COSINE, steps = 500)
  @Schedule(Decay.COSINE)
//^ the learning rate jumps from 9.87e-7 to 0.1 at step 500. This schedule begins, as each does, at the annotated rate of 0.1
  @Training(epochs = 10, batchSize = 10, examples = 1000)
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
