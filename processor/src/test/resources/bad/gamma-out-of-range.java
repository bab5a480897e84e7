import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.STEP, steps = 50, stepSize = 10, gamma = -0.5)
//                                                               ^ gamma is -0.5
@Schedule(value = Decay.EXPONENTIAL, gamma = 0)
//                                           ^ gamma is 0
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
