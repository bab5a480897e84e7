import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, momentum = 0.9)
//                                            ^ `momentum` has no effect on ADAM. ADAM reads learningRate, beta1, beta2, epsilon, weightDecay and amsgrad; momentum is read by SGD, RMSPROP and LARS
@Schedule(value = Decay.COSINE, steps = 100, gamma = 0.5)
//                                                   ^ gamma is read by STEP, MULTI_STEP, EXPONENTIAL, CYCLIC and INVERSE_TIME
@WeightAveraging(value = Averaging.SWA, decay = 0.9)
//                                              ^ `decay` has no effect on SWA. SWA needs no figures; decay is read by EMA. Remove it, or choose EMA.
class Model {
  @Parameter(value = 0.5) double weight;
//                   ^ ZEROS needs no figures; value is read by CONSTANT
  @Parameter(init = Init.UNIFORM, low = -1, standardDeviation = 2) double bias;
//                                                              ^ choose NORMAL

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}

@Trainable
@Optimizer(Algorithm.SGD)
class Undecayed {
  @Parameter(weightDecay = false) double weight;
//                         ^ `weightDecay` has no effect on `weight`. The weightDecay of @Optimizer is 0
  @Parameter(frozen = true, learningRateFactor = 2) double bias;
//                                               ^ `learningRateFactor` has no effect on `bias`. It is frozen

  @Loss
  double loss(double x, double y) {
    return (weight * x + bias - y) * (weight * x + bias - y);
  }
}

@Trainable
@Optimizer(Algorithm.RPROP)
class Signs {
  @Parameter(weightDecay = false) double weight;
//                         ^ RPROP has no weight decay

  @Loss
  double loss(double x, double y) {
    return (weight * x - y) * (weight * x - y);
  }
}
