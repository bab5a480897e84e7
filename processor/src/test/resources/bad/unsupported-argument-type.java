import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(
      double x,
      char letter,
//         ^ `int` for a class
      byte[] bytes,
//           ^ `int` for a class
      double[][][] planes,
//                 ^ Write `double[][]`
      boolean[][][] masks,
//                  ^ Write `boolean[][]`
      String label) {
//           ^ `int` for a class
    return weight * x;
  }
}
