import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, float y, int n, double[] xs, float[] ys, int[] ns) {
    double error = weight * x - y * n - xs[0] * ys[0] * ns[0];
    return error * error;
  }
}
