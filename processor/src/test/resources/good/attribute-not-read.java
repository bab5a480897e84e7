import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, momentum = 0.9, weightDecay = 1e-4)
@Schedule(value = Decay.STEP, steps = 100, stepSize = 10, gamma = 0.5)
@WeightAveraging(value = Averaging.EMA, decay = 0.9)
class Model {
  @Parameter(init = Init.CONSTANT, value = 0.5) double weight;
  @Parameter(init = Init.UNIFORM, low = -1, high = 1) double bias;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }

  @Trainable
  @Optimizer(value = Algorithm.ADAM, beta1 = 0.9)
  static class Moments {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
