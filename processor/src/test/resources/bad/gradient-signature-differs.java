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
  double gradient(double[] x, int label, double[] dWeights, double dBias) {
//       ^ Write `double gradient(double[] x, int label, double[] dWeights, double[] dBias)`
    return 0;
  }
}

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class WithoutResult {
  @Parameter float[][] table = {{1, 2}};
  @Parameter float offset;

  @Loss
  float loss(int row) {
    return table[row][0] + offset;
  }

  @Gradient
  void slopes(int row, float[][] dTable, float[] dOffset) {
//     ^ the @Gradient method `slopes` takes (int, float[][], float[]) and returns void
    dTable[row][0] += 1;
  }
}

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class WithoutArguments {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return weight;
  }

  @Gradient
  double gradient(double[] dWeight) {
//       ^ Write `double gradient(double x, double y, double[] dWeight)`
    return weight;
  }
}
