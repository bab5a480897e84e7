import dev.brisk.*;

@Trainable
@Optimizer(Algorithm.SGD)
class Model {
  @Parameter(frozen = true) double weight;
  @Parameter(frozen = true) double bias;
//                    ^ all parameters of the model are frozen

  @Loss
  double loss(double x, double y) {
    double error = weight * x + bias - y;
    return error * error;
  }
}
