package dev.brisk.report.landscape;

import dev.brisk.text.Digits;
import java.util.Arrays;

/**
 * Steps of gradient descent along a line, as far as the loss is finite; what comes after is NaN.
 *
 * @param rate the learning rate
 * @param places the start, and where each step led
 * @param losses at these places
 */
record Course(double rate, double[] places, double[] losses) {
  static Course of(Slice slice, double from, double rate, int steps) {
    double[] places = new double[steps + 1];
    double[] losses = new double[steps + 1];
    Arrays.fill(places, Double.NaN);
    Arrays.fill(losses, Double.NaN);
    double place = from;
    for (int t = 0; t <= steps && Double.isFinite(place); t++) {
      places[t] = place;
      losses[t] = slice.loss().applyAsDouble(place);
      if (!Double.isFinite(losses[t])) {
        break;
      }
      place -= t == steps ? 0 : rate * slice.slope().applyAsDouble(place);
    }
    return new Course(rate, places, losses);
  }

  String name() {
    return "rate " + Digits.of(rate);
  }

  int steps() {
    return places.length - 1;
  }

  /** The number of first places that lie within limits. */
  int within(double from, double to) {
    int count = 0;
    while (count < places.length && places[count] >= from && places[count] <= to) {
      count++;
    }
    return count;
  }

  /** What it does, in a word. */
  String behaviour() {
    double last = losses[steps()];
    if (!(last <= losses[0])) {
      return "diverges";
    }
    return 2 * turns() > steps() ? "oscillates" : "descends";
  }

  /** How often a step goes back against the one before it. */
  private int turns() {
    int turns = 0;
    for (int t = 2; t < places.length; t++) {
      if ((places[t] - places[t - 1]) * (places[t - 1] - places[t - 2]) < 0) {
        turns++;
      }
    }
    return turns;
  }
}
