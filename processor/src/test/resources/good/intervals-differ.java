import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.CONSTANT, steps = 10, interval = Interval.EPOCH)
@Schedule(value = Decay.COSINE, interval = Interval.EPOCH)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
