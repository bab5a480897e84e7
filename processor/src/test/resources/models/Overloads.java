package models;

import static dev.brisk.ops.Losses.squared;
import static java.lang.Math.*;
import static java.util.Calendar.SATURDAY;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.*;

/** Names that mean different things in different places and for different types. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Overloads {
  static final double TWICE = 2;
  static final int COUNT = Math.floorMod(17, 5);

  @Parameter double w;
  @Parameter double v;

  static int weighed(int x) {
    return 2 * x;
  }

  static long weighed(long x) {
    return 3 * x;
  }

  static float weighed(float x) {
    return 5 * x;
  }

  static double weighed(double x) {
    return 7 * x;
  }

  static double mixed(int a, double b) {
    return a + 2 * b;
  }

  static double mixed(double a, float b) {
    return 3 * a + b;
  }

  static double mixed(double[] a, double b) {
    return a[0] * b;
  }

  /** Hides the static import. */
  static double cos(double x) {
    return 0.5 * x * x;
  }

  /** Shadows names of the class around it. */
  static final class Inner {
    static final double TWICE = 20;

    static double weighed(double x) {
      return 11 * x + TWICE + Overloads.TWICE;
    }

    static double both(int x) {
      return weighed(x) + Overloads.weighed(x) + COUNT;
    }

    /** Deeper still. */
    static final class Innermost {
      static double all(long x) {
        return weighed(x) + both(3) + TWICE;
      }
    }
  }

  private double shadowed(double v, int x) {
    double w = v * this.w;
    for (int i = 0; i < x; i++) {
      double t = w + i;
      w = t * this.v;
    }
    {
      double t = w;
      w = t + v;
    }
    return w;
  }

  @Loss
  double loss(double x, int n, float f) {
    long wide = n;
    double sum = weighed(n) * w + weighed(wide) * v + weighed(f) * w + weighed(w) + weighed(n * f);
    sum += weighed(n / 2) + weighed(n / 2L) + weighed(1f) + weighed(1) + weighed(1.0) + weighed(1L);
    sum += mixed(n, w) + mixed(x, f) + mixed(w, f) + mixed(n, v);
    double[] pair = {w, v};
    sum += mixed(pair, f);
    sum += cos(w) + sin(v) + Math.cos(w) + abs(n) + abs(v) + max(n, 1) * w + max(n, w) + PI;
    sum += Inner.both(n) + Inner.Innermost.all(n) + Inner.TWICE * w + models.Overloads.TWICE;
    sum += shadowed(sum * 0.01, 2) + this.shadowed(x, n > 0 ? 1 : 0) + SATURDAY * w;
    sum += min(n, wide) * v + max(f, n) * w + (n > 0 ? n : f) * w + (n > 0 ? 1 : v);
    float narrow = n;
    narrow += 1;
    return 0.001 * (squared(sum, n) + Losses.squared(narrow, f) + Integer.MAX_VALUE * 1e-9 * w);
  }
}
