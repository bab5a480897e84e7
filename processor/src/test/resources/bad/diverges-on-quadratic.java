import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 1.5)
//                                               ^ The loss is a quadratic in the parameters with a curvature of 2, and gradient descent overshoots by as much as it gains, or more, from a rate of 1 on. Write a rate below it; one over the curvature, 0.5, is optimal
class Model {
  @Parameter double weight;

  @Loss
  double loss() {
    return Math.pow(weight - 5, 2);
  }
}
