import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = 3) double weight;
//                   ^ write `double[]`

  @Loss
  double loss(@Shape(4) double x, double y) {
//                   ^ `x` is of type double
    double error = weight * x - y;
    return error * error;
  }
}
