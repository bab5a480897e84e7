import dev.brisk.*;
import dev.brisk.ops.Losses;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return Losses.huber(weight * x, y, 0.5);
  }
}
