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
