import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  double gradient(double x, double y) {
//       ^ cannot be named `gradient`
    return x;
  }

  @Metric
  double equals(double x, double y) {
//       ^ cannot be named `equals`
    return x == y ? 1 : 0;
  }
}
