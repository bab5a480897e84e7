import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final double[] TABLE = {1, 2, 3};

  final double[] own = new double[2];

  @Parameter double weight;

  @Loss
  double loss(int i, double y) {
    TABLE[i] = weight;
//           ^ the array `TABLE` is a constant
    own[0] += y;
//         ^ the array `own` is a constant
    return weight * TABLE[i] - own[0];
  }
}
