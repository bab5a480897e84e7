import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.COSINE, minLearningRate = 0.1)
//                                                ^ minLearningRate is 0.1, the learning rate itself
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
