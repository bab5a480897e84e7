import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.5)
//                                               ^ With lipschitz = 4 every step of gradient descent overshoots by more than it gains from a rate of 0.5 on.
@Curvature(lipschitz = 4)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
