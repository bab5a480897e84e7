import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter private double weight;
//                          ^ the parameter `weight` is private

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
