import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(Algorithm.SGD)
  @Schedule(Decay.CONSTANT)
  static class Scheduled {
    @Parameter double weight;

    @Loss
    double loss(double x) {
      return (weight - x) * (weight - x);
    }
  }
}
