import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(@Shape({2, 2}) double[] x, int label, double[] series) {
    return weight * x[0] * label * series[0];
  }

  @Predict
  double first(@Shape(4) double[] x) {
    return weight * x[0];
  }

  @Predict
  double swapped(@Shape(2) double[] series, int label, double[] x) {
    return weight * x[label] * series[1];
  }

  @Predict
  int classify(double[] x) {
    return x[0] > weight ? 1 : 0;
  }

  @Predict
  double nothing() {
    return weight;
  }
}
