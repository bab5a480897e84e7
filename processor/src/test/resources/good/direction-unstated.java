import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.PLATEAU, monitor = "rocAuc")
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  double rocAuc(double x, double y) {
    return weight * x == y ? 1 : 0;
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Schedule(value = Decay.PLATEAU, monitor = "likeness")
  static class Stated {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }

    @Metric(better = Better.HIGHER)
    double likeness(double x, double y) {
      return weight * x == y ? 1 : 0;
    }
  }
}
