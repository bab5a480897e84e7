import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter float weight;
  @Parameter(shape = {1, 2}) float[] matrix;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + matrix[0] * matrix[1] - y;
    return error * error;
  }
}
