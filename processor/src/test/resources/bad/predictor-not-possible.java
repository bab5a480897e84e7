import dev.brisk.*;
import dev.brisk.ops.Derivative;
import dev.brisk.ops.Losses;

@Trainable(predictor = true)
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  final double[] offsets = {1, 2};

  static double cubed(@Derivative("cubedByX") double x) {
    return x * x * x;
  }

  static double cubedByX(double x) {
    return 3 * x * x;
  }

  @Predict
  double error(double x, double y) {
//       ^ which needs `Losses.squared`
    return Losses.squared(weight * x, y);
  }

  @Predict
  double volume(double x) {
//       ^ which needs `Model.cubed`
    return cubed(weight * x);
  }

  @Predict
  double shifted(double x) {
//       ^ which needs the field `offsets`
    return weight * x + offsets[1];
  }

  @Loss
  double loss(double x, double y) {
    return Losses.squared(volume(x), y);
  }
}
