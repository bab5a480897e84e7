import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter float bias;
//                 ^ Write `double bias`
  @Parameter(shape = 3) float[] weights;
//                              ^ Write `double[] weights`

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
