import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = {3, 2}) double[][] weights;

  @Parameter(shape = {3, 2}) double[] flat;

  @Loss
  double loss(@Shape({3, 2}) double[][] x, double y) {
    double error = -y;
    for (int i = 0; i < x.length; i++) {
      error += weights[i][0] * x[i][1] + flat[i * 2];
    }
    return error * error;
  }
}
