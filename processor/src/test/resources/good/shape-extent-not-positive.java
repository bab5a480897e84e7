import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = {2, 1}) double[] weights;

  @Loss
  double loss(@Shape(2) double[] x) {
    return (weights[0] - x[0]) * (weights[1] - x[1]);
  }
}
