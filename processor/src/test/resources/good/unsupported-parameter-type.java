import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter float count;
  @Parameter(shape = {10, 28, 28}) float[] cube;

  @Loss
  double loss(double x, double y, int plane, int row, int column) {
    double error = count * x + cube[(plane * 28 + row) * 28 + column] - y;
    return error * error;
  }
}
