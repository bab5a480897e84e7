import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double state = weight;
    for (int i = 0; i < 3; i++) {
      state = state * state * x;
    }
    return state;
  }
}
