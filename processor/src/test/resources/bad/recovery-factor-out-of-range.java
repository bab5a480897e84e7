import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@OnDivergence(factor = 10)
//                     ^ factor is 10. A training that has diverged goes on at the rate times this factor, which is in (0, 1), as it would else diverge again. Write factor = 0.1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
