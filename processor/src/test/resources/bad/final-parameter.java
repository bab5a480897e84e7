import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter final double bias = 0;
//                        ^ changes its value. Remove `final`
  @Parameter final double[] weights;
//                          ^ new double[n]
  @Parameter final double[] none = null;
//                          ^ has no initializer

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  Model() {
    weights = new double[3];
  }
}
