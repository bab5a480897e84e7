import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(init = Init.CONSTANT, value = Double.NaN) double weight;
//                                               ^ value is NaN
  @Parameter(init = Init.NORMAL, mean = Double.POSITIVE_INFINITY) double bias;
//                                            ^ mean is Infinity

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
