import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, nesterov = true)
//                                           ^ Write momentum = 0.9 beside it
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
