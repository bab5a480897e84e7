import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAGRAD, learningRateDecay = -0.1, initialAccumulator = Double.NaN)
//                                                        ^ learningRateDecay is -0.1. It says how fast the rate falls
//                                                                                         ^ Write initialAccumulator = 0
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
