import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.EXPONENTIAL, gamma = 0.9999)
//                                           ^ this schedule leaves the rate at 90.5 % of what it begins with. It is multiplied by 0.9999 every step, and it has 1,000 steps. Write for example gamma = 0.995
@Training(epochs = 10, batchSize = 10, examples = 1000)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
