import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(init = Init.UNIFORM) double weight;
  @Parameter(init = Init.UNIFORM, low = 0.5, high = 1) double bias;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
