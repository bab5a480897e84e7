import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final int DAYS = 7;

  @Parameter double weight;

  @Loss
  double loss(double x, double y, int day) {
    double half = 1.0 / 2;
    int week = day / DAYS;
    double error = weight * x - y + week + 4 / 2;
    error += (double) day / DAYS;
    error += (double) (day / DAYS);
    double[] halves = new double[DAYS / 2];
    halves[day / DAYS] = half(day) + 6 / -3 + half;
    return error * error * halves[week];
  }

  static int half(int day) {
    return day / 2;
  }

  @Metric
  double share(double x, double y, int day) {
    return day / 2 == 1 ? 1 : 0;
  }
}
