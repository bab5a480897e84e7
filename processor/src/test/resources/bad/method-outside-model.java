import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return Elsewhere.twice(weight * x);
//                        ^ the method `Elsewhere.twice`
  }
}

class Elsewhere {
  static double twice(double value) {
    return 2 * value;
  }
}
