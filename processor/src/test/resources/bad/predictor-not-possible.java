import dev.brisk.*;
import dev.brisk.ops.Derivative;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

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
  double height(double x) {
//       ^ cannot compute `height`, which needs `Ops.gelu`
    return Ops.gelu(weight * x);
  }

  @Predict
  double[] pooled(@Shape(4) double[] image) {
//         ^ cannot compute `pooled`, which needs `Ops.maxPool`
    return Ops.maxPool(image, 2, 2, 2);
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
  double loss(double x, @Shape(4) double[] image, double y) {
    return Losses.squared(height(x) + pooled(image)[0], y);
  }
}
