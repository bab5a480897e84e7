import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
class Model {
  @Parameter double bias;
  @Sparse @Parameter(shape = 100) double[] table;

  @Loss
  double loss(int user, double y) {
    double error = bias + table[user] - y;
    return error * error;
  }
}
