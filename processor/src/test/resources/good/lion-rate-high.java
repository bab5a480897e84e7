import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.LION, learningRate = 3e-4)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
