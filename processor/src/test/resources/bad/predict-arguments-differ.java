import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(@Shape(4) double[] x, int label) {
    return weight * x[0] * label;
  }

  @Predict
  int classify(double[] pixels) {
//                      ^ has an argument `pixels`. It is a column of the examples, and the @Loss `loss` takes (double[] x, int label). Name it `x`
    return pixels[0] > weight ? 1 : 0;
  }

  @Predict
  double scaled(double[] x, double factor) {
//                                 ^ Take one of these, by its name and its type
    return weight * x[0] * factor;
  }

  @Predict
  double single(float[] x) {
//                      ^ `x` is of type float[] here. It is a column of the examples, and the @Loss `loss` takes (double[] x, int label). Write `double[] x`
    return weight * x[0];
  }

  @Predict
  double longer(@Shape(5) double[] x) {
//                                 ^ `x` has length 5 here. The @Loss `loss` takes the same column with length 4
    return weight * x[0];
  }
}
