import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, momentum = 1)
//                                           ^ the momentum is 1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
