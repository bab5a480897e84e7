import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@WeightAveraging
class Model {
  @Sparse @Parameter(shape = 9) double[] words;
//                                       ^ `words` is @Sparse, and the weights are averaged
  @Parameter double offset;

  @Loss
  double loss(int word, double y) {
    double error = words[word] + offset - y;
    return error * error;
  }
}
