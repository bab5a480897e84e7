package dev.brisk.data;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers as texts that give the same numbers again, to the last bit. */
final class ExactTexts {
  private static final String BETWEEN = " ";

  private ExactTexts() {}

  static String of(double[] values) {
    return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(BETWEEN));
  }

  /**
   * Finite numbers from one of several texts.
   *
   * @param smallest that a number may be
   * @throws IllegalArgumentException if the text is not there or has anything else in it
   */
  static double[] numbers(Map<String, String> texts, String name, double smallest) {
    String text = texts.get(name);
    try {
      if (text != null) {
        double[] numbers =
            Arrays.stream(text.split(BETWEEN, -1)).mapToDouble(Double::parseDouble).toArray();
        if (Arrays.stream(numbers).allMatch(x -> x >= smallest && x <= Double.MAX_VALUE)) {
          return numbers;
        }
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw new IllegalArgumentException(
        name
            + " is "
            + (text == null ? "not there" : DataException.quoted(text))
            + ", expected finite numbers"
            + (smallest > 0 ? " above 0" : ""));
  }
}
