import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter double bias;
//                  ^ The method `loss` never reads it
  @Parameter double threshold;
//                  ^ The method `loss` reads it only where a small change of it changes nothing

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return x > threshold ? error * error : 0;
  }

  @Metric
  double residual(double x, double y) {
    return weight * x + bias - y;
  }
}
