import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double[] values = new double[2];
    fill(values, x);
    return weight + values[0];
  }

  private void fill(double[] values, double x) {
    values[0] = x;
  }
}
