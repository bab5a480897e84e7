import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
class Model {
  @Sparse
  @Parameter(shape = 100)
  double[] bias;

  @Loss
  double loss(int user, double y) {
    return (bias[user] - y) * (bias[user] - y);
  }
}
