import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.LAMB)
@Training(batchSize = 8)
//                    ^ LAMB is trained on batches of 8 examples. It scales
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
