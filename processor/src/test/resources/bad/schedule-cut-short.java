import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.COSINE, steps = 2000)
//                                      ^ It has 1,000 steps and the schedule would end at step 2,000, so the last rate is 0.0501, 50.1 % of the highest, in place of 0.
@Training(epochs = 10, batchSize = 10, examples = 1000)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
