import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    int n = 4;
    int rounds = n;
    double sum = 0;
    for (int i = 0; i < rounds; i++) {
      sum += weight * x;
      n = n - 1;
    }
    return sum * n;
  }
}
