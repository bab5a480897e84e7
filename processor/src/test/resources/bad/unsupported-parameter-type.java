import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  @Parameter int count;
//               ^ Write `double`
  @Parameter Double boxed;
//                  ^ is of type java.lang.Double
  @Parameter long[] counts;
//                  ^ Write `double[]`
  @Parameter float[][][] cube;
//                       ^ `@Parameter(shape = {planes, rows, columns}) float[]`

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
