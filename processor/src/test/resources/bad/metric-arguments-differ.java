import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(@Shape(4) double[] x, int label) {
    return weight * x[0];
  }

  @Metric
  double first(@Shape(4) double[] x) {
//       ^ takes (double[]). It is computed
    return x[0];
  }

  @Metric
  double swapped(int label, double[] x) {
//       ^ which takes (double[], int)
    return x[0];
  }

  @Metric
  double longer(@Shape(5) double[] x, int label) {
//                                 ^ `x` has length 5 here
    return x[0];
  }
}
