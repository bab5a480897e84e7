import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 100, startFactor = 10)
//                                 ^ startFactor is 10
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
