import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.SGD)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x) {
    return (weight - x) * (weight - x);
  }

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
