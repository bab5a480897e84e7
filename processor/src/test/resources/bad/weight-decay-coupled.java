import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, weightDecay = 1e-4)
//                                               ^ Write value = Algorithm.ADAMW
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
