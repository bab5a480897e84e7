import dev.brisk.*;
import dev.brisk.ops.Losses;

@Trainable(predictor = true)
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double slope;

  @Predict
  double height(double x) {
    return slope * x;
  }

  @Loss
  double loss(double x, double y) {
    return Losses.squared(height(x), y);
  }
}
