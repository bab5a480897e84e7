import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Training(epochs = 30, batchSize = 10, examples = 1000)
@Schedule(value = Decay.COSINE, steps = 30)
//                                      ^ steps is 30, which is less than an epoch. The schedule counts steps; an epoch has 100 of them and the run 3,000
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
