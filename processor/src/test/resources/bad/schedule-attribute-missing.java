import dev.brisk.*;

class Model {
  @Trainable
  @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
  @Schedule(value = Decay.COSINE_RESTARTS, steps = 100)
//^ this COSINE_RESTARTS schedule has no period
  @Schedule(value = Decay.MULTI_STEP, steps = 100)
//^ this MULTI_STEP schedule has no milestones
  @Schedule(value = Decay.CYCLIC, steps = 100)
//^ for example maxLearningRate = 0.4
  @Schedule(value = Decay.INVERSE_SQRT, steps = 100)
//^ or as the steps of the warm-up, and there is none
  @Schedule(Decay.INVERSE_TIME)
//^ this INVERSE_TIME schedule has no gamma
  static class Inner {
    @Parameter double weight;

    @Loss
    double loss(double x, double y) {
      double error = weight * x - y;
      return error * error;
    }
  }
}
