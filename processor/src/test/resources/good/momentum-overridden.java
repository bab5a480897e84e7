import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.01, beta1 = 0.8)
@Warmup(steps = 100)
@Schedule(value = Decay.ONE_CYCLE, steps = 1000, cycleMomentum = true)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
  @Schedule(value = Decay.ONE_CYCLE, steps = 1000, cycleMomentum = true)
  static class Unwritten {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
