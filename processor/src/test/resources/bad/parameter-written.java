import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    weight = 2 * weight;
//         ^ `weight` is assigned
    return weight * x;
  }
}
