import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;
  double scale = 2;

  @Loss
  double loss(double x) {
    return weight * x * scale;
//                      ^ the field `scale`
  }
}
