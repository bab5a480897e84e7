import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  int loss(double x) {
//    ^ returns int
    return (int) (weight * x);
  }

  @Metric
  void nothing(double x) {}
//     ^ returns void

  @Metric
  boolean positive(double x) {
//        ^ Return `condition ? 1 : 0`
    return weight * x > 0;
  }

  @Metric
  double[] many(double x) {
//         ^ Return a double
    return new double[] {x};
  }

  @Predict
  void shown(double x) {}
//     ^ Return an int for a class

  @Predict
  double[][] table(double x) {
//           ^ Return a double[], row after row
    return new double[1][1];
  }

  @Predict
  String name(double x) {
//       ^ returns java.lang.String. A prediction is a number
    return "";
  }
}
