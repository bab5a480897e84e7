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

@Trainable
@Optimizer(Algorithm.SGD)
class Called {
  @Parameter double weight;

  @Loss
  private double loss(double x) {
//               ^ Remove `private`
    return weight * x;
  }

  @Metric
  native double foreign(double x);

  @Metric
  double checked(double x) throws InterruptedException, IllegalStateException {
//       ^ declared to throw java.lang.InterruptedException
    return x;
  }

  @Gradient
  static double gradient(double x, double[] dWeight) {
//              ^ the @Gradient method `gradient` is static
    return x;
  }
}
