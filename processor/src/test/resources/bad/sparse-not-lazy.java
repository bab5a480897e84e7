import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.LAMB)
class Model {
  @Sparse @Parameter(shape = 9) double[] bias;
//                                       ^ `bias` is @Sparse under LAMB

  @Loss
  double loss(int group, double y) {
    double error = bias[group] - y;
    return error * error;
  }
}
