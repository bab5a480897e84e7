import dev.brisk.*;

@Trainable(task = Task.FINE_TUNING)
@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
//                                                ^ For FINE_TUNING a rate of 5e-6 to 0.0005 is usual with ADAM, and this is above it. Write for example 0.0005
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
