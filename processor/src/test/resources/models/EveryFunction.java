package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Every differentiable function of Math. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class EveryFunction {
  @Parameter double u;
  @Parameter double v;

  @Loss
  double loss(double x) {
    double y = u * x + v;
    double sum = Math.sin(y) + Math.cos(y) + Math.tan(0.5 * y) + Math.tanh(y) + Math.atan(y);
    sum += Math.exp(y) + Math.expm1(y) + Math.log(3 + y) + Math.log10(3 + y) + Math.log1p(2 + y);
    sum += Math.sqrt(3 + y) + Math.cbrt(3 + y) + Math.hypot(y, u) + Math.abs(y - 5);
    sum += Math.asin(0.3 * Math.sin(y)) + Math.acos(0.3 * Math.cos(v)) + Math.sinh(y) + Math.cosh(y);
    sum += Math.fma(y, u, v) + Math.pow(3 + y, u) + Math.max(y, u) + Math.min(v, y);
    sum += Math.sin(Math.exp(Math.tanh(y * Math.cos(u)))) * Math.exp(-y * y) / (1 + Math.exp(v));
    return sum;
  }
}
