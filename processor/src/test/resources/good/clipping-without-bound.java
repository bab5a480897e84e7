import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @GradientClipping(value = 0.5)
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @GradientClipping(norm = 1)
  static class ByNorm {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
