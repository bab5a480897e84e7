import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Warmup(steps = 0)
//              ^ steps of @Warmup is 0. It counts updates
@Schedule(value = Decay.STEP, steps = -3, stepSize = 0)
//                                    ^ steps of @Schedule is -3
//                                                   ^ stepSize of @Schedule is 0
@Training(epochs = 0, batchSize = -1, examples = 0, accumulate = -2)
//                 ^ epochs of @Training is 0
//                                ^ batchSize of @Training is -1
//                                               ^ examples of @Training is 0
//                                                               ^ accumulate of @Training is -2. It counts the batches of one update, of which there is at least 1. Write how many they are, or remove it where each batch is an update.
@BatchScaling(baseBatchSize = 0)
//                            ^ baseBatchSize of @BatchScaling is 0. It counts the examples of an update that the learning rate is for, of which there is at least 1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
