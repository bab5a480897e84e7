package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Switches of every form, as values and as statements, with and without returns. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Switches {
  static final int ZERO = 0;
  static final int TWO = ZERO + 2;

  @Parameter double p;
  @Parameter double q;

  private double value(int k, double x) {
    return switch (k) {
      case ZERO -> p * x;
      case 1, TWO -> {
        double t = q * x;
        if (t > 0.2) {
          yield t * t;
        }
        t += p;
        yield Math.sin(t);
      }
      default -> x;
    };
  }

  private double groups(int k, double x) {
    double v;
    switch (k % 4) {
      default:
        v = x;
        break;
      case 0:
        v = p;
        break;
      case 1:
      case 2:
        {
          v = q * x;
          if (x < 0.5) {
            v = v * p;
            break;
          }
          v += 1;
        }
    }
    return v * v;
  }

  private double leaving(int k, double x) {
    double v = x * p;
    switch (k) {
      case 0:
        return v;
      case 1:
        v = v * v;
        if (x > 0) {
          return v * q;
        }
        break;
      case 2:
        v += q;
        break;
      case 3:
        return q;
      default:
        v = Math.sin(v);
    }
    v = v * v + q;
    return v * v;
  }

  private double leavingByDefault(int k, double x) {
    double v = x * q;
    switch (k) {
      default -> {
        return v * v;
      }
      case 0, 1 -> v += p;
      case 2 -> {
        if (v > 0) {
          return p;
        }
      }
    }
    return v + p * v;
  }

  private double within(int k, int m, double x) {
    double v =
        switch (m) {
          case 0:
            {
              double t = x;
              for (int i = 0; i < 3; i++) {
                if (i == k + m) {
                  break;
                }
                t = t * q + p;
              }
              yield t;
            }
          case 1:
          case 2:
            {
              switch (k) {
                case 1:
                  if (x > 0) {
                    yield x * p;
                  }
                  break;
                default:
                  yield q;
              }
              yield p * q;
            }
          default:
            if (x > 0.3) {
              yield q * x;
            } else {
              yield p;
            }
        };
    return v * v;
  }

  @Loss
  double loss(double x, int k, int m, float f) {
    double y =
        switch (k) {
          case 0 -> 1;
          case 1 -> m;
          case 2 -> f;
          default -> p * x;
        };
    double z =
        2
            * switch (m) {
              case -1 -> 1;
              case TWO -> 2.5f;
              default -> q;
            };
    switch (m) {
      case 0 -> y += q;
      case 1 -> {
        y = y * y;
        z = y + p;
      }
      case 3 -> z *= 2;
    }
    for (int i = 0;
        i
            < switch (k) {
              case 0 -> 2;
              case 1 -> 3;
              default -> 1;
            };
        i++) {
      z += y * p;
    }
    return y * z
        + value(m, x)
        + groups(k, x) * y
        + leaving(k, x)
        + leavingByDefault(m, x)
        + within(k, m, x);
  }
}
