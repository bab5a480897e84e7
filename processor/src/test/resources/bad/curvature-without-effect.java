import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(Algorithm.ADAM)
  @Curvature(lipschitz = 4)
//^ @Curvature has no effect on ADAM.
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
