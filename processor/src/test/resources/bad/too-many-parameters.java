import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = {32_768, 32_768}) double[] user;
  @Parameter(shape = {32_768, 32_768}) double[] item;
//                   ^ with `item` the model has 2,147,483,648 parameters

  @Loss
  double loss(int u, int i, double rating) {
    double error = user[u] * item[i] - rating;
    return error * error;
  }
}
