import dev.brisk.*;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = 2) double[] w;

  private double f(double a, double x, double y) {
    double b = a * w[0] + x * y;
    double c = Math.sin(b) * w[1] / (1 + a * a);
    double d = b * c + Math.exp(-c * c);
    return d * w[0] + Math.tanh(d) * (b - x) * (c + y);
  }

  private double four(double a, double x, double y) {
    return f(f(f(f(a, x, y), x, y), x, y), x, y);
  }

  private double sixteen(double a, double x, double y) {
    return four(four(four(four(a, x, y), x, y), x, y), x, y);
  }

  @Loss
  double loss(double x, double y) {
//       ^ above 8,000 HotSpot leaves a method to its interpreter
    return sixteen(sixteen(sixteen(x, x, y), x, y), x, y);
  }
}
