import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.CONSTANT, steps = 100)
@Schedule(value = Decay.COSINE, interval = Interval.EPOCH)
//                                                 ^ this schedule counts epochs and the first one steps
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
