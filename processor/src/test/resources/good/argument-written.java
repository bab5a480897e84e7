import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double[] xs) {
    double[] copy = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      copy[i] = xs[i] / 2;
    }
    return weight * copy[0];
  }
}
