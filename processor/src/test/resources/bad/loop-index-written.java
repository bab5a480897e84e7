import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
//  ^ the loop index `i`
      sum += weight * x;
      i += 1;
    }
    return sum;
  }
}
