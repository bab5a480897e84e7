import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double[] xs) {
    double[] halves = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      halves[i] = xs[i] / 2;
    }
    return weight * halves[0];
  }
}
