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
