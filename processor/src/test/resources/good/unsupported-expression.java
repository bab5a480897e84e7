import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int k, double[] xs) {
    int small = k << 24 >> 24;
    int count = 0;
    double chosen;
    switch (k) {
      case 0 -> {
        count++;
        chosen = x;
      }
      default -> chosen = weight;
    }
    double rest = x - 2 * (int) (x / 2);
    return weight * chosen + count + small * rest;
  }
}
