import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double[] xs, double[] ys) {
    double[] chosen = ys;
    return weight * chosen[0];
  }
}
