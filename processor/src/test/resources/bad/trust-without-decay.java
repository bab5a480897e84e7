import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.LARS, learningRate = 0.1)
//                          ^ LARS has no weight decay, and without it is SGD.
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
