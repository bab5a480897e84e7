import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Loss
  double absolute(double x, double y) {
//       ^ a second @Loss, beside `loss`
    return Math.abs(weight * x - y);
  }
}
