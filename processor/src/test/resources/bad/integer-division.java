import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final int DAYS = 7;

  @Parameter double weight;

  @Loss
  double loss(double x, double y, int day) {
    double half = 1 / 2;
//                  ^ `1 / 2` is 0
    double error = weight * x - y;
    error += day / DAYS;
//               ^ the fraction of this quotient is dropped
    return half + mean(2 / 3, day > 3 ? -DAYS / 2 : x) * error * error;
//                       ^ Write one of the two as a double, `2.0 / 3`
//                                            ^ `-7 / 2` is -3
  }

  static double mean(double a, double b) {
    return Math.sqrt(a * b * (5 / 2f) + 5 / 2) + 3 / 2;
//                                        ^ `5 / 2` is 2. The quotient of two numbers of type int
//                                                 ^ `3 / 2` is 1
  }

  @Metric
  double share(double x, double y, int day) {
    return day / 2L;
//             ^ The quotient of two numbers of type long has no fraction
  }
}
