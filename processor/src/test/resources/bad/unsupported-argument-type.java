import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(
      double x,
      long count,
//         ^ Write `int`
      boolean flag,
//            ^ Write `int`
      double[][][] planes,
//                 ^ Write `double[][]`
      String label) {
//           ^ `int` for a class
    return weight * x;
  }
}
