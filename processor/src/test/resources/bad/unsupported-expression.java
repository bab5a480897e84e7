import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    int bits = (int) x & 3;
//                     ^ the bit operation
    return weight * bits;
  }
}
