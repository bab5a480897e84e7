import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0)
//                                                ^ the learning rate is 0. It is the factor
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double error = weight * x - y;
    return error * error;
  }
}

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = -1e-3)
//                                               ^ the learning rate is -0.001
class Negative {
  @Parameter double weight;

  @Loss
  double loss(double x) {
    return weight * x;
  }
}

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = Double.NaN)
//                                                     ^ the learning rate is NaN
class NotANumber {
  @Parameter double weight;

  @Loss
  double loss(double x) {
    return weight * x;
  }
}
