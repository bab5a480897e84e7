import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double[] xs) {
    xs[0] = xs[0] / 2;
//        ^ the array `xs` is an argument
    return weight * xs[0];
  }
}
