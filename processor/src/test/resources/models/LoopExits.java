package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Loops that continue, break and return, within each other and within switches. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LoopExits {
  @Parameter double p;
  @Parameter double q;

  @Parameter(shape = 3)
  double[] w;

  static boolean exceeds(double[] values, double limit) {
    for (double value : values) {
      if (value > limit) {
        return true;
      }
    }
    return false;
  }

  static int indexOf(int[] values, int wanted) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  private double first(double[] xs, double limit) {
    for (double x : xs) {
      double y = x * p;
      if (y > limit) {
        return y * q;
      }
    }
    return p * p;
  }

  private double nested(double[] xs, int n) {
    double s = p;
    for (int i = 0; i < xs.length; i++) {
      if (xs[i] > 0.9) {
        return s;
      }
      for (int j = 0; j <= i; j++) {
        if (xs[j] * xs[i] < -0.3) {
          continue;
        }
        if (xs[j] > 0.6 && s > 0) {
          return s * q + xs[j] * p;
        }
        if (j == n) {
          break;
        }
        s = Math.sin(s + xs[j] * q);
      }
      if (i == n) {
        break;
      }
      s += q * s;
    }
    return s * s;
  }

  private void add(double[] out, double[] xs, int k) {
    if (k == 3) {
      return;
    }
    for (int i = 0; i < xs.length; i++) {
      switch (k) {
        case 0:
          out[0] += xs[i] * p;
          continue;
        case 1:
          if (xs[i] > 0) {
            return;
          }
          break;
        case 2:
          for (double x : xs) {
            if (x > 0.5) {
              break;
            }
            out[2] += x * q;
          }
          break;
        default:
          out[1] += p;
      }
      out[1] += q * xs[i];
    }
    out[0] += p * q;
  }

  private double latelyAssigned(double[] xs, int k) {
    double s = 0;
    for (int i = 0; i < xs.length; i++) {
      double t;
      if (xs[i] > 0.3) {
        t = xs[i] * p;
        if (t > 0.4) {
          break;
        }
      } else if (xs[i] < -0.6) {
        continue;
      } else {
        t = q;
      }
      int n;
      switch (i) {
        case 0:
          n = 2;
          break;
        case 1:
          if (t > 0) {
            n = 3;
            break;
          }
          n = 1;
          break;
        default:
          n = 0;
      }
      for (int j = 0; j < n; j++) {
        s += t * w[j];
        if (s > 1 && j == k) {
          return s * p;
        }
        if (s < -1) {
          break;
        }
      }
      s = s + n * q;
    }
    return s;
  }

  private double hidden(double x) {
    {
      double w = x * p;
      if (w > 0.1) {
        return w;
      }
    }
    return w[0] * w[1];
  }

  @Loss
  double loss(double x, int k, double[] xs) {
    double s = 0;
    int count = 0;
    for (int i = 0; i < 8; i++) {
      if (i == xs.length) {
        break;
      }
      s += xs[i] * p;
      count++;
      if (s > 0.5) {
        break;
      }
      s = s * (1 + q * xs[i]);
    }
    double[] out = new double[3];
    add(out, xs, k);
    double found = indexOf(new int[] {2, 0, 1}, k) * p + (exceeds(xs, 0.7) ? q : x);
    return s * count
        + first(xs, 0.1)
        + nested(xs, k)
        + out[0] * out[1]
        + out[2]
        + latelyAssigned(xs, k) * found
        + hidden(x);
  }
}
