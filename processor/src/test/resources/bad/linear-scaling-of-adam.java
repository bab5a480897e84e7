import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.001)
@BatchScaling(baseBatchSize = 256, rule = ScalingRule.LINEAR)
//                                                   ^ the learning rate of ADAM is scaled in proportion to the batch
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
