import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(
      double x,
      byte[] image,
//           ^ `int` for a class
      double[][][] planes,
//                 ^ Write `double[][]`
      String label) {
//           ^ `int` for a class
    return weight * x;
  }
}
