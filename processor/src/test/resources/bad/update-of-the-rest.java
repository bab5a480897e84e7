import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Training(epochs = 30, batchSize = 32, accumulate = 4, examples = 1438)
//                                                  ^ 1,438 examples are no whole number of updates of 128. What is over at the end of each epoch is an update of its own, by a mean over 30. Write a batchSize and an accumulate whose product divides the examples.
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
