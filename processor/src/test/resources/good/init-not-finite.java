import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(init = Init.CONSTANT, value = 0.5) double weight;
  @Parameter(init = Init.NORMAL, mean = 1) double bias;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
