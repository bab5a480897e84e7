import dev.brisk.*;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

@Trainable(predictor = true)
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  static final double[] OFFSETS = {1, 2};

  @Parameter double weight;

  @Predict
  double shifted(double x) {
    return Ops.geluTanh(weight * x) + OFFSETS[1];
  }

  @Loss
  double loss(double x, double y) {
    return Losses.squared(shifted(x), y);
  }
}
