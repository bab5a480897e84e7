import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.COSINE, minLearningRate = 0.2)
//                                                ^ minLearningRate is 0.2, above the learning rate of 0.1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}

@Trainable
@Optimizer(Algorithm.ADAM)
@Schedule(value = Decay.COSINE, minLearningRate = 0.002)
//                                                ^ above the learning rate of 0.001
class OfTheDefault {
  @Parameter double weight;

  @Loss
  double loss(double x) {
    return weight * x;
  }
}
