import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(Algorithm.SGD)
  static final class Nested {
    @Parameter double weight;

    @Loss
    double loss(double x) {
      return (weight - x) * (weight - x);
    }
  }
}
