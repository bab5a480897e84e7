import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.LAMB)
@Training(batchSize = 32)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
