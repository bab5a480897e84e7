import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, double y) {
    double scale = Math.log(1 + Math.exp(weight * x));
//                         ^ For x = 710 the exponential is infinite as a double
    float rate = (float) Math.exp(weight);
    return scale + Math.log1p(rate) * y;
//                           ^ For x = 89 the exponential is infinite as a float
  }
}
