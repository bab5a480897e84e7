import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.RPROP, etaMinus = 0, etaPlus = 0.9)
//                                             ^ Write etaMinus = 0.5, the default
//                                                          ^ where the sign of the gradient stayed, so it is finite and above 1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
