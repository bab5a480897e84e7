import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Schedule(Decay.CONSTANT)
//^ Write steps = n here
  @Schedule(Decay.COSINE)
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
