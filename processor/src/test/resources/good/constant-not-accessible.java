import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  static final double SCALE = Math.sqrt(2);

  static final class Tables {
    static final double[] NODES = {-1, 0, 1};
  }

  @Loss
  double loss(double x) {
    return weight * x * SCALE + Tables.NODES[0];
  }
}
