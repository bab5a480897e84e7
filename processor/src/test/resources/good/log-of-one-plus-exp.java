import dev.brisk.*;
import dev.brisk.ops.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double scale = Ops.softplus(weight * x);
    double score = -weight * x;
    double stable = Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score)));
    return scale + stable + Math.log(1 + Math.exp(-score * score)) * y;
  }
}
