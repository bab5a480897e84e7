import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = {32_768, 32_768}) double[] user;
  @Parameter(shape = {32_768, 32_767}) double[] item;

  @Loss
  double loss(int u, int i, double rating) {
    double error = user[u] * item[i] - rating;
    return error * error;
  }
}
