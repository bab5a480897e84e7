import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return Math.nextUp(weight * x);
//                    ^ `Math.nextUp` has no derivative
  }
}
