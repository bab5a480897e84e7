import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double[] values = new double[2];
    return weight + fill(values, x);
//                      ^ the method `fill` returns a value and also writes the array `values`
  }

  private double fill(double[] values, double x) {
    values[0] = x;
    return x;
  }
}
