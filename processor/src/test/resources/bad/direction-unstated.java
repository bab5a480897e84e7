import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.PLATEAU, monitor = "likeness")
//                                         ^ nothing says whether `likeness` is better higher or lower
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  double likeness(double x, double y) {
    return weight * x == y ? 1 : 0;
  }
}
