import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final double[] TABLE = {1, 2, 3};

  final double[] own = new double[2];

  @Parameter double weight;

  @Loss
  double loss(int i, double y) {
    double[] table = new double[TABLE.length];
    for (int k = 0; k < TABLE.length; k++) {
      table[k] = TABLE[k];
    }
    table[i] = weight;
    return weight * table[i] - own[0] * y;
  }
}
