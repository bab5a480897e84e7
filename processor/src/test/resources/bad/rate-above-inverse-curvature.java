import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.7)
//                                               ^ The loss is a quadratic with a curvature of 2, where a step of more than 0.5 goes past the minimum and comes back, and from 1 on it diverges. Write learningRate = 0.5
class Model {
  @Parameter double weight;

  @Loss
  double loss() {
    return (weight - 3) * (weight - 3);
  }
}
