import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.LINEAR, startFactor = 0, endFactor = 1.5)
//                                            ^ startFactor is 0
//                                                           ^ endFactor is 1.5
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
