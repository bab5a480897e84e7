import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.SGD)
class Model {
  @Parameter(learningRateFactor = -0.1) double weight;
//                                ^ the learning rate factor of `weight` is -0.1. The rate
  @Parameter(learningRateFactor = Double.NaN) double bias;
//                                      ^ Write for example learningRateFactor = 0.1

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
