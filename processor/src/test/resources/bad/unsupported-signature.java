import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  static double loss(double x) {
//              ^ Remove `static`
    return x;
  }

  @Metric
  <T> double generic(double x) {
//           ^ Remove the type parameters
    return x;
  }

  @Metric
  native double foreign(double x);
//              ^ Write the body in Java
}

@Trainable
@Optimizer(Algorithm.SGD)
class Varying {
  @Parameter double weight;

  @Loss
  double loss(double... x) {
//       ^ `[]` in place of `...`
    return weight * x[0];
  }
}
