import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter double bias;
  @Parameter(shape = 3) double[] weights;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias * weights[2] - y;
    return error * error;
  }
}
