import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(init = Init.UNIFORM, low = 1, high = -1) double weight;
//                                                ^ Write low = -1, high = 1
  @Parameter(init = Init.UNIFORM, low = 0.5) double bias;
//                                      ^ low is 0.5 and high is 0.1

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
