import dev.brisk.*;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

@Trainable(hessian = true)
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    return Losses.squared(Ops.silu(weight * x), y);
  }

  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  static class WithoutHessian {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      return Losses.squared(Ops.gelu(weight * x), y);
    }
  }
}
