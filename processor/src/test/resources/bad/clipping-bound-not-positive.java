import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@GradientClipping(norm = 0)
//                       ^ the bound is 0. Clipping brings the gradient to this norm at the most, which lets nothing be learnt at 0 and bounds nothing at infinity. Write a positive number, norm = 1.
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
