import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@WeightAveraging
class Model {
  @Parameter(shape = 9) double[] words;
  @Parameter double offset;

  @Loss
  double loss(int word, double y) {
    double error = words[word] + offset - y;
    return error * error;
  }
}
