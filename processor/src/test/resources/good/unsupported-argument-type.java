import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(
      double x,
      float y,
      int n,
      long id,
      boolean flag,
      double[] xs,
      float[] ys,
      int[] ns,
      long[] ids,
      boolean[] flags) {
    double error = weight * x - y * n - xs[0] * ys[0] * ns[0];
    error += flag & flags[0] ? id : ids[0];
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  static class Flat {
    @Parameter double weight;

    @Loss
    double loss(@Shape({28, 28, 3}) double[] image, int label) {
      double error = weight * image[0] - label;
      return error * error;
    }
  }
}
