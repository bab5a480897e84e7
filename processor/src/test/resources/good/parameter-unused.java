import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter double bias;
  @Parameter double threshold;

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return x > threshold ? error * error : threshold * threshold;
  }
}
