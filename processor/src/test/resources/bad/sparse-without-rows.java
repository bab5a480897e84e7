import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
class Model {
  @Sparse @Parameter double bias;
//^ `bias` is @Sparse and is a single number

  @Sparse final double[] table = {1, 2};
//^ Write @Parameter beside it

  @Loss
  double loss(double x, double y) {
    return (bias - x) * (bias - y);
  }
}

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
class Called {
  @Sparse @Parameter double[] table = {1, 2};
//^ `table` is @Sparse and its gradient is written by hand

  @Loss
  double loss(int row) {
    return table[row];
  }

  @Gradient
  double gradient(int row, double[] dTable) {
    dTable[row] += 1;
    return table[row];
  }
}
