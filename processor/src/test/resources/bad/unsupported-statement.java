import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double value = weight * x;
    while (value > 1) {
//  ^ a while loop is not supported
      value = value / 2;
    }
    return value;
  }
}
