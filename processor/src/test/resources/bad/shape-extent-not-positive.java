import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter(shape = 0) double[] weights;
//                   ^ an extent of 0
  @Parameter(shape = {3, -4}) double[] matrix;
//                   ^ an extent of -4

  @Loss
  double loss(@Shape(-1) double[] x) {
//                   ^ the shape of `x`
    return weight * x[0];
  }
}
