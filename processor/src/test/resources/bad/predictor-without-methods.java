import dev.brisk.*;
import dev.brisk.ops.Losses;

@Trainable(predictor = true)
//                     ^ the predictor of `Model` would have no methods
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double slope;

  @Loss
  double loss(double x, double y) {
    return Losses.squared(slope * x, y);
  }
}

@Trainable(predictor = true)
//                     ^ those of a model with a @Gradient are not
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Other {
  @Parameter double slope;

  @Predict
  double height(double x) {
    return slope * x;
  }

  @Loss
  double loss(double x, double y) {
    return (slope * x - y) * (slope * x - y);
  }

  @Gradient
  double gradient(double x, double y, double[] dSlope) {
    dSlope[0] += 2 * (slope * x - y) * x;
    return loss(x, y);
  }
}
