import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, weightDecay = 0.01)
class Model {
  @Parameter(learningRateFactor = 0) double fixed;
  @Parameter(learningRateFactor = 0.1) double weight;
  @Parameter(learningRateFactor = 10, weightDecay = false) double bias;

  @Loss
  double loss(double x, double y) {
    double error = fixed + weight * x + bias - y;
    return error * error;
  }
}
