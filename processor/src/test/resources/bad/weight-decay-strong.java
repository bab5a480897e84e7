import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAMW, learningRate = 0.2, weightDecay = 1)
//                                                                    ^ takes 0.2 of each parameter at every update. It is decoupled, the learning rate of 0.2 times 1, and after 11 updates a tenth
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
