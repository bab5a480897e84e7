import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.ONE_CYCLE, divFactor = 0, finalDivFactor = -1)
//                                             ^ divFactor is 0
//                                                                 ^ finalDivFactor is -1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
