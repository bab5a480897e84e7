import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 0)
//              ^ steps of @Warmup is 0. It counts updates
@Schedule(value = Decay.STEP, steps = -3, stepSize = 0)
//                                    ^ steps of @Schedule is -3
//                                                   ^ stepSize of @Schedule is 0
@Training(epochs = 0, batchSize = -1, examples = 0)
//                 ^ epochs of @Training is 0
//                                ^ batchSize of @Training is -1
//                                               ^ examples of @Training is 0
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
