package dev.brisk.tune;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Rules that read a learning rate off a curve of smoothed losses {@code L} over rising rates {@code
 * r}. All of them look only at the curve up to its lowest point; what comes after is divergence.
 */
public enum Suggestion {
  /**
   * The steepest slope on log-log axes: the rate with the least {@code d ln L / d ln r}. It needs
   * losses above 0. A loss that is small already falls steeply on such axes, so it is the boldest
   * of the rules.
   */
  STEEPEST_LOG_LOG {
    @Override
    int index(double[] rates, double[] losses, int lowest) {
      if (losses[lowest] <= 0) {
        return NONE;
      }
      return steepest(rates, Arrays.stream(losses).map(Math::log).toArray(), lowest);
    }
  },

  /**
   * The steepest slope per logarithm of the rate: the rate with the least {@code d L / d ln r}, as
   * in fastai's {@code steep}. The default, since it trains best.
   */
  STEEPEST {
    @Override
    int index(double[] rates, double[] losses, int lowest) {
      return steepest(rates, losses, lowest);
    }
  },

  /**
   * The middle of the longest valley: of the longest series of steps, not necessarily neighbours,
   * whose losses fall, each by at least a hundredth of the whole fall, the rate that is half its
   * length before its end. After fastai's {@code valley} (ESRI), which counts every fall however
   * small.
   */
  VALLEY {
    @Override
    int index(double[] rates, double[] losses, int lowest) {
      double least = (losses[0] - losses[lowest]) / 100;
      int[] length = new int[lowest + 1];
      int end = 0;
      for (int i = 0; i <= lowest; i++) {
        length[i] = 1;
        for (int j = 0; j < i; j++) {
          if (losses[i] <= losses[j] - least) {
            length[i] = Math.max(length[i], length[j] + 1);
          }
        }
        if (length[i] > length[end]) {
          end = i;
        }
      }
      return end - length[end] / 2;
    }
  },

  /**
   * The interval slide rule: a window of fifteen steps slides from the right end of the curve to
   * the left for as long as the slopes at its two ends differ by more than 0.005 of the first loss
   * per step; the rate at its left end is taken. After fastai's {@code slide} (Novak, Miami
   * University), whose threshold is in units of the loss.
   */
  SLIDE {
    @Override
    int index(double[] rates, double[] losses, int lowest) {
      int right = losses.length - 1;
      int left = right - 15;
      if (left < 0) {
        return NONE;
      }
      double threshold = 0.005 * Math.abs(losses[0]);
      int found = left;
      while (left >= 0 && Math.abs(slope(losses, right) - slope(losses, left)) > threshold) {
        found = left;
        right--;
        left--;
      }
      return Math.min(found, lowest);
    }
  },

  /** A tenth of the rate at the lowest point. */
  MINIMUM_OVER_TEN {
    @Override
    int index(double[] rates, double[] losses, int lowest) {
      return lowest;
    }

    @Override
    OptionalDouble of(double[] rates, double[] losses) {
      return OptionalDouble.of(rates[lowest(losses)] / 10);
    }
  };

  private static final int NONE = -1;

  /** The step that the rule takes; negative if there is none. */
  abstract int index(double[] rates, double[] losses, int lowest);

  /**
   * The rate that the rule takes, if there is one.
   *
   * @param rates rising
   * @param losses smoothed, finite; as many, at least three
   */
  OptionalDouble of(double[] rates, double[] losses) {
    int index = index(rates, losses, lowest(losses));
    return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(rates[index]);
  }

  static int lowest(double[] losses) {
    int lowest = 0;
    for (int i = 1; i < losses.length; i++) {
      if (losses[i] < losses[lowest]) {
        lowest = i;
      }
    }
    return lowest;
  }

  private static int steepest(double[] rates, double[] values, int lowest) {
    int steepest = NONE;
    double least = 0;
    for (int i = 1; i < lowest; i++) {
      double slope =
          (values[i + 1] - values[i - 1]) / (Math.log(rates[i + 1]) - Math.log(rates[i - 1]));
      if (slope < least) {
        least = slope;
        steepest = i;
      }
    }
    return steepest;
  }

  /** By differences to both sides, to one side at the ends. */
  private static double slope(double[] losses, int i) {
    int before = Math.max(0, i - 1);
    int after = Math.min(losses.length - 1, i + 1);
    return (losses[after] - losses[before]) / (after - before);
  }
}
