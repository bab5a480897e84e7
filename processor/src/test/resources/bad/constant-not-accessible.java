import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  private static final double SCALE = Math.sqrt(2);

  private static final class Tables {
    static final double[] NODES = {-1, 0, 1};
  }

  @Loss
  double loss(double x) {
    double node = Tables.NODES[0];
//                      ^ Remove `private` from `Tables`
    return weight * x * SCALE;
//                      ^ the constant `SCALE`
  }
}
