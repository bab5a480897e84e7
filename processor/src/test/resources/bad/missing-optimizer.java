import dev.brisk.*;

@Trainable
final class Model {
//    ^ has no @Optimizer
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
