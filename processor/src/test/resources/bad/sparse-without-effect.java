import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
class Model {
  @Sparse @Parameter(shape = 3) double[] weights;
//                                       ^ `weights` is @Sparse and is updated as a whole

  @Sparse @Parameter(shape = 9) double[] bias;

  @Loss
  double loss(@Shape(3) double[] x, int group, double y) {
    double error = bias[group] - y;
    for (int i = 0; i < x.length; i++) {
      error += weights[i] * x[i];
    }
    return error * error;
  }
}
