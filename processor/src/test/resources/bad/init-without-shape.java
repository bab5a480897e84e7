import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(init = Init.HE) double[] weights = new double[3];
//                      ^ an init but no shape

  @Loss
  double loss(double[] x, double y) {
    double error = -y;
    for (int i = 0; i < x.length; i++) {
      error += weights[i] * x[i];
    }
    return error * error;
  }
}
