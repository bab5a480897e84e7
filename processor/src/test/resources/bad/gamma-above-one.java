import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.STEP, stepSize = 10, gamma = 10)
//                                                   ^ gamma is 10. The rate is multiplied by it every stepSize steps, so it grows without end. Write gamma = 0.1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
