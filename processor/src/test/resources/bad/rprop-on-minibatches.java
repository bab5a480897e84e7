import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.RPROP)
@Training(batchSize = 64, examples = 1000)
//                    ^ RPROP is trained on 16 batches in an epoch
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
