import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  boolean exceeds(double[] xs) {
    for (int i = 0; i < xs.length; i++) {
      if (xs[i] > 1) {
        return true;
      }
    }
    return false;
  }

  @Loss
  double loss(double[] xs, double[] ys) {
    boolean exceeds = exceeds(xs);
    double[] chosen = new double[xs.length];
    for (int i = 0; i < xs.length; i++) {
      chosen[i] = exceeds ? xs[i] : ys[i];
    }
    return weight * chosen[0];
  }
}
