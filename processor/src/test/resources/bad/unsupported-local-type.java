import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    String name = "a";
//         ^ `name` is a local of type String
    return weight * x;
  }
}
