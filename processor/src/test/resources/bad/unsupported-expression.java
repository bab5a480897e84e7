import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter double weight;

  @Loss
  double loss(double x, int k, double[] xs) {
    int small = (byte) k;
//              ^ the cast `(byte)k` is not supported
    int count = 0;
    double chosen =
        switch (k) {
//      ^ the assignment of `count` inside a switch
          case 0 -> {
            count++;
            yield x;
          }
          default -> weight;
        };
    double rest = x;
    rest %= 2.0;
//       ^ the remainder of floating-point values
    return weight * (chosen = count);
//                         ^ the assignment `chosen = count` inside an expression
  }
}
