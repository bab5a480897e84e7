import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    for (int i = 0; i < 3; i++) {
      return weight * x;
//    ^ Keep the value in a variable
    }
    return 0;
  }
}
