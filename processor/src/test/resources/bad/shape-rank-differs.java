import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = 6) double[][] weights;
//                   ^ `weights` is of type double[][] and its shape has 1 extent

  @Loss
  double loss(@Shape({3, 2, 2}) double[][] x, double y) {
//                   ^ `x` is of type double[][] and its shape has 3 extents
    double error = -y;
    for (int i = 0; i < x.length; i++) {
      error += weights[i][0] * x[i][1];
    }
    return error * error;
  }
}
