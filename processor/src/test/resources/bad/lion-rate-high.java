import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.LION, learningRate = 0.001)
//                                                ^ Write for example learningRate = 0.0001
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
