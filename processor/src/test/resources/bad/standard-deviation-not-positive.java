import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(init = Init.NORMAL, standardDeviation = 0) double weight;
//                                                   ^ or init = CONSTANT for equal values
  @Parameter(init = Init.NORMAL, standardDeviation = -1) double bias;
//                                                   ^ the standard deviation is -1

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
