import dev.brisk.*;

@Trainable(task = Task.FINE_TUNING)
@Optimizer(value = Algorithm.ADAM, learningRate = 2e-5)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
