import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  @Predict
  double loss(double x, double y) {
//       ^ The trainer has a method `loss` of its own
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  double distance(double x, double y) {
    return Math.abs(weight * x - y);
  }

  @Predict
  double distance(double x) {
//       ^ The trainer has a method of that name for the @Metric
    return weight * x;
  }

  @Predict
  double predict(double x) {
    return weight * x;
  }

  @Predict
  double[] predict(double y, double x) {
//         ^ There is another of that name
    return new double[] {weight * x, y};
  }

  @Predict
  double finite(double x) {
//       ^ cannot be named `finite`
    return weight * x;
  }

  @Predict
  double update(double x) {
//       ^ cannot be named `update`
    return weight * x;
  }
}
