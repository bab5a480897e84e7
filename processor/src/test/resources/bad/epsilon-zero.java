import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, epsilon = 0)
//                                           ^ epsilon is 0, which keeps no denominator from 0
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
