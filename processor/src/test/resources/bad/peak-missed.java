import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.ONE_CYCLE, steps = 5, pctStart = 0.3)
//                                                       ^ the highest rate is 0.095, 4.95 % below the learning rate of 0.1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
