import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAGRAD, learningRateDecay = 0, initialAccumulator = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
