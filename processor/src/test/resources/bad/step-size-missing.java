import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Schedule(value = Decay.STEP, steps = 900)
//^ Write for example stepSize = 300, a third of its steps
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
