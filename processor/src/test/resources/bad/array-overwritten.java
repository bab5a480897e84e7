import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double[] state = new double[1];
    state[0] = weight;
    for (int i = 0; i < 3; i++) {
      state[0] = state[0] * state[0] * x;
//             ^ the array `state` is written here
    }
    return state[0];
  }
}
