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
  int positive(double x, double y) {
    return weight * x > 0 ? 1 : 0;
  }

  @Predict
  boolean isPositive(double x) {
    return weight * x > 0;
  }

  @Predict
  long[] rounded(double x) {
    return new long[] {(long) (weight * x)};
  }
}
