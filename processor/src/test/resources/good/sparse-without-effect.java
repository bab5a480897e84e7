import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
class Model {
  @Parameter(shape = 3) double[] weights;
  @Sparse @Parameter(shape = {9, 3}) double[] ofGroup;

  @Loss
  double loss(@Shape(3) double[] x, int group, double y) {
    double error = -y;
    for (int i = 0; i < x.length; i++) {
      error += (weights[i] + ofGroup[group * 3 + i]) * x[i];
    }
    return error * error;
  }
}
