import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double[] xs, double[] ys) {
    double[] chosen = xs;
    chosen = ys;
//         ^ `chosen` comes to mean another array
    return weight * chosen[0];
  }
}
