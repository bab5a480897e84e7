import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  static int half(int n) {
    int rounds = n / 2;
    return rounds;
  }

  double shrinking(double x, int m) {
    double sum = 0;
    for (int i = 0; i < half(m); i++) {
//                          ^ the bound of the loop changes
      sum += weight * x;
      m--;
    }
    return sum;
  }

  @Loss
  double loss(double x, double y) {
    int n = 4;
    double sum = 0;
    for (int i = 0; i < n; i++) {
//                      ^ the bound of the loop changes
      sum += weight * x;
      n = n - 1;
    }
    return sum + shrinking(x, 6);
  }
}
