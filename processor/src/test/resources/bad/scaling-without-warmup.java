import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@BatchScaling(baseBatchSize = 64)
//                            ^ the learning rate is multiplied by 8, and there is no warm-up. An update takes 512 examples in place of 64, and from 8 times the rate on the first updates tend to diverge. Write for example @Warmup(steps = 140), a twentieth of the run.
@Training(epochs = 100, batchSize = 128, accumulate = 4, examples = 14_336)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
