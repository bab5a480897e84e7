import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter protected double bias;
  static int count;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
