import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAMW, learningRate = 0.5, weightDecay = 4)
//                                                                    ^ the weight decay takes 2 of each parameter at every update. It is decoupled, the learning rate of 0.5 times 4, and from 1 on nothing is left of the parameter or its sign turns. Write for example weightDecay = 0.002
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
