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

  @Loss
  double loss(double x, double y) {
    double s = x;
    for (int i = 0; i < 48; i++) {
      s = f(s, x, y);
    }
    return s;
  }
}
