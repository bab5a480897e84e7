import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1, momentum = 0.95)
@Schedule(value = Decay.ONE_CYCLE, steps = 1000, cycleMomentum = true)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
