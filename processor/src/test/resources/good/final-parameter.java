import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double bias;
  @Parameter final double[] weights = new double[3];

  @Loss
  double loss(double[] x, double y) {
    double error = bias - y;
    for (int i = 0; i < x.length; i++) {
      error += weights[i] * x[i];
    }
    return error * error;
  }
}
