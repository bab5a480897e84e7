import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.5)
class Model {
  @Parameter double weight;

  @Loss
  double loss() {
    return (weight - 3) * (weight - 3);
  }
}
