import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.PLATEAU, monitor = "val_accuracy")
//                                         ^ there is accuracy. Write monitor = "accuracy"
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }

  @Metric
  double accuracy(double x, double y) {
    return weight * x == y ? 1 : 0;
  }
}
