import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  double[] chosen(double[] xs, double[] ys) {
    for (int i = 0; i < xs.length; i++) {
//  ^ an array is returned from inside this loop
      if (xs[i] > 1) {
        return xs;
      }
    }
    return ys;
  }

  @Loss
  double loss(double[] xs, double[] ys) {
    double[] chosen = chosen(xs, ys);
    return weight * chosen[0];
  }
}
