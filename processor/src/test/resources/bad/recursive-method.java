import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return power(weight * x, 3);
  }

  private double power(double base, int exponent) {
    return exponent == 0 ? 1 : base * power(base, exponent - 1);
//                                         ^ the method `power` calls itself
  }
}
