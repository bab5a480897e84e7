import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  enum Kind {
    ONE,
    OTHER
  }

  static final Kind KIND = Kind.ONE;

  @Parameter double weight;

  @Loss
  double loss(double x, int k, double[] xs) {
    double value = weight * x;
    while (value > 1) {
//  ^ a while loop is not supported
      value = value / 2;
    }
    int i = 0;
    while (i < xs.length) {
//  ^ Write `for (int i = 0; i < xs.length; i++)`, without `i++;`
      if (xs[i] > 2) {
        return value;
      }
      value += xs[i];
      i++;
    }
    switch (k) {
      case 0:
//    ^ a case that falls through
        value += 1;
      case 1:
        value += 2;
    }
    switch (KIND) {
      case ONE -> value += 3;
//         ^ the label `ONE` of a switch
      default -> value += 4;
    }
    outer:
//  ^ a label is not supported
    for (int j = 0; j < 3; j++) {
      for (double y : xs) {
        if (y > j) {
          continue outer;
        }
      }
      value += j;
    }
    return value;
  }
}
