import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.RPROP, etaMinus = 0.5, etaPlus = 1.2)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
