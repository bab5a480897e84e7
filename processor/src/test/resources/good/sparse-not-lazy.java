import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.ADAMW)
class Model {
  @Sparse @Parameter(shape = 9) double[] bias;

  @Loss
  double loss(int group, double y) {
    double error = bias[group] - y;
    return error * error;
  }
}
