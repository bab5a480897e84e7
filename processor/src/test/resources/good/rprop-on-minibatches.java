import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.RPROP)
@Training(batchSize = 1000, examples = 1000)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
