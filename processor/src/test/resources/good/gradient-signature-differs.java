import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double[] weights = {1, 2};
  @Parameter double bias;

  @Loss
  double loss(double[] x, int label) {
    return weights[label] * x[label] + bias;
  }

  @Gradient
  double gradient(double[] x, int label, double[] dWeights, double[] dBias) {
    dWeights[label] += x[label];
    dBias[0] += 1;
    return loss(x, label);
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  static class Rows {
    @Parameter float[][] table = {{1, 2}};
    @Parameter float offset;

    @Loss
    float loss(int row) {
      return table[row][0] + offset;
    }

    @Gradient
    float slopes(int at, float[][] sums, float[] sum) {
      sums[at][0] += 1;
      sum[0] += 1;
      return loss(at);
    }
  }
}
