import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  record House(double[] features, double price) {
    House {
      if (features.length != 3) {
        throw new IllegalArgumentException("3 features are expected, not " + features.length);
      }
    }
  }

  @Parameter(shape = 3) double[] weights;

  @Loss
  double loss(House house) {
    double error = -house.price();
    for (int i = 0; i < weights.length; i++) {
      error += weights[i] * house.features()[i];
    }
    return error * error;
  }
}
