import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, beta1 = 1, beta2 = 1.001)
//                                         ^ beta1 is 1. It is
//                                                    ^ Write beta2 = 0.999, the default
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}

@Trainable
@Optimizer(value = Algorithm.RMSPROP, alpha = -0.1)
//                                            ^ Write alpha = 0.99, the default
class Root {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return (weight * x - y) * (weight * x - y);
  }
}

@Trainable
@Optimizer(value = Algorithm.ADADELTA, rho = 1)
//                                           ^ Write rho = 0.9, the default
class Delta {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return (weight * x - y) * (weight * x - y);
  }
}
