import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@WeightAveraging(value = Averaging.SWA, start = 2250)
//                                              ^ the average begins after 2,250 steps, when the run is over. 10 epochs of 225 steps (14,400 examples in batches of 64) are 2,250 steps. Write start = 1686, or remove it.
@Training(epochs = 10, batchSize = 64, examples = 14_400)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
