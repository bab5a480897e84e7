package dev.brisk.runtime;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Learning rates of some steps as one line of text, exact: {@code 6=0.085 10=0.075}. */
final class RatesText {
  /** No line has more of them. */
  static final int MOST = 4;

  private RatesText() {}

  static String of(SortedMap<Long, Double> rates) {
    return rates.entrySet().stream()
        .map(rate -> rate.getKey() + "=" + rate.getValue())
        .collect(Collectors.joining(" "));
  }

  /**
   * The rates that a text says.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  static SortedMap<Long, Double> read(String text) {
    SortedMap<Long, Double> rates = new TreeMap<>();
    for (String rate : text.split(" ", MOST + 1)) {
      String[] parts = rate.split("=", -1);
      if (parts.length != 2 || rates.put(step(parts[0]), Double.valueOf(parts[1])) != null) {
        throw new IllegalArgumentException(text);
      }
    }
    if (rates.size() > MOST) {
      throw new IllegalArgumentException(text);
    }
    return rates;
  }

  private static long step(String text) {
    long step = Long.parseLong(text);
    if (step < 0) {
      throw new IllegalArgumentException(text);
    }
    return step;
  }
}
