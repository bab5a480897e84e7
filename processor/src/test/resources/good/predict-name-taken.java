import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  @Predict
  double squaredError(double x, double y) {
    double error = predict(x, weight) - y;
    return error * error;
  }

  @Metric
  double distance(double x, double y) {
    return Math.abs(predict(x, weight) - y);
  }

  @Predict
  double predict(double x) {
    return predict(x, weight);
  }

  /** Not of the trainer. */
  double predict(double x, double factor) {
    return factor * x;
  }
}
