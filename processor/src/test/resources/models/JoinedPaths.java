package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Statements that some paths leave and several others go on from, with locals they set. */
@Trainable
@SuppressWarnings("brisk:method-interpreted")
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class JoinedPaths {
  @Parameter double p;
  @Parameter double q;

  double f(double x, int k, int m, double[] xs) {
    double v;
    int n;
    boolean late;
    if (k > 1) {
      if (m == 2) {
        return x * p;
      }
      v = q;
      n = 2;
      late = x > 0;
    } else {
      v = p * x;
      n = k;
      switch (m) {
        case 0:
          return v;
        case 1:
          if (x > 0) break;
          v = v * q;
          late = true;
          n = 1;
          if (v > 0.3) return q;
          break;
        case 4:
          for (double y : xs) {
            if (y > 0.4) return y * p;
          }
          break;
        default:
      }
      late = n > 0;
    }
    v = v + n * p;
    if (late) v = Math.sin(v);
    double s = 0;
    for (int i = 0; i < xs.length; i++) {
      double t;
      int c;
      if (xs[i] > 0) {
        if (xs[i] > 0.8) continue;
        if (s > 1) {
          s = s - p;
          break;
        }
        t = xs[i] * p;
        c = 1;
      } else {
        t = q;
        c = i;
        switch (i) {
          case 1:
            if (m == 3) return s * t;
            break;
          case 2:
            continue;
          default:
            t = t * t;
        }
      }
      s += t * c;
      if (s > 0.5) {
        if (k == 0) continue;
        s = s * q;
      }
      s += v;
      s = Math.tanh(s);
      for (int j = 0; j < 3; j++) {
        if (j == i) {
          if (s > 0.1) break;
          s += p;
        }
        s = s + j * q;
        s = s * 0.7;
        if (s > 1.2) return s;
      }
      s = s * p;
      s += 1;
    }
    double w =
        switch (m) {
          case 0 -> {
            double z = p;
            if (x > 0) {
              if (k == 1) yield q;
              z = z * x;
            }
            z = z * q;
            z += s;
            yield z;
          }
          default -> s;
        };
    return w * v + s;
  }

  void g(double[] out, int k, double x) {
    if (x > 0) {
      if (k == 1) return;
      out[0] += p;
    } else if (k == 2) {
      out[1] += q;
    }
    out[2] += p * q;
    out[1] += x;
    out[0] += q;
  }

  double h(int[] ks) {
    int s = 0;
    boolean b = false;
    for (int k : ks) {
      if (k > 0) {
        if (k == 3) return s * p;
        b |= true;
        s++;
      }
      b ^= k == 0;
      if (b) continue;
      s += 2;
    }
    return s + (b ? p : q);
  }

  @Loss
  double loss(double x, int k, int m, double[] xs, int[] ks) {
    double[] out = new double[3];
    g(out, k, x);
    return f(x, k, m, xs) + f(p, m, k, xs) + out[0] * out[1] + out[2] + h(ks);
  }
}
