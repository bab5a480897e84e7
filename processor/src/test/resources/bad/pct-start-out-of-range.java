import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 10)
@Schedule(value = Decay.ONE_CYCLE, steps = 100, pctStart = 30)
//                                                         ^ pctStart is 30. It is the share of the steps in which the rate rises, in (0, 1), and not a percentage. Write pctStart = 0.3
@Schedule(value = Decay.ONE_CYCLE, pctStart = 0.6, threePhase = true)
//                                            ^ at most 0.5
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
