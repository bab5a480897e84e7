import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double[] weights;

  @Loss
  double loss(@Shape({}) double[] x, double y) {
//                   ^ the shape of `x` is empty
    double error = -y;
    for (int i = 0; i < x.length; i++) {
      error += weights[i] * x[i];
    }
    return error * error;
  }
}
