import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
@Schedule(value = Decay.PLATEAU, factor = 10)
//                                        ^ factor is 10. A PLATEAU cuts the rate by multiplying it with the factor, which is in (0, 1). Write factor = 0.1
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}
