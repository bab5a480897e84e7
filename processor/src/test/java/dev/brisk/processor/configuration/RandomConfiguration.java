package dev.brisk.processor.configuration;

import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;

/**
 * A model with a configuration that nobody wrote.
 *
 * @param name of the class
 * @param precision {@code double} or {@code float}
 * @param isOrdinary whether all its figures are such as people write, so that training goes well
 * @param isTrained whether there is a parameter that training changes
 * @param annotations of the class
 * @param fields the annotations of each parameter, by its name
 * @param isSquared whether the loss is the squared error
 */
record RandomConfiguration(
    String name,
    String precision,
    boolean isOrdinary,
    boolean isTrained,
    List<RandomAnnotation> annotations,
    Map<String, List<RandomAnnotation>> fields,
    boolean isSquared) {
  private static final String TEXT =
      """
      package models;

      import dev.brisk.*;

      %s
      class %s {
        %s T offset = 0.5f;
        %s T[] weights;
        %s T[] flat;
        %s T[][] table;

        private T error(T[] xs, int row, T y) {
          T sum = offset - y + flat[2 * row] * xs[0] + table[row][1] * xs[1];
          for (int i = 0; i < 3; i++) {
            sum += weights[i] * xs[i];
          }
          return sum;
        }

        @Loss
        T loss(@Shape(3) T[] xs, int row, T y) {
          T error = error(xs, row, y);
          return %s;
        }
      %s}
      """;

  /** Only where one may be watched, as to compile them takes as long as the loss. */
  private static final String METRICS =
      """

        @Metric
        T accuracy(@Shape(3) T[] xs, int row, T y) {
          return Math.abs(error(xs, row, y)) < 1 ? 1 : 0;
        }

        @Metric(better = Better.LOWER)
        T gap(@Shape(3) T[] xs, int row, T y) {
          return Math.abs(error(xs, row, y));
        }
      """;

  /** The source text. */
  String text() {
    String text =
        TEXT.formatted(
            lines(annotations),
            name,
            words("offset"),
            words("weights"),
            words("flat"),
            words("table"),
            isSquared ? "error * error" : "CAST Math.sqrt(1 + error * error)",
            watches() ? METRICS : "");
    return text.replace("CAST ", isSingle() ? "(float) " : "").replaceAll("\\bT\\b", precision);
  }

  private boolean watches() {
    return annotations.stream().anyMatch(annotation -> annotation.written().contains("monitor"));
  }

  private static String lines(List<RandomAnnotation> annotations) {
    return String.join("\n", annotations.stream().map(RandomAnnotation::toString).toList());
  }

  private String words(String field) {
    return String.join(" ", fields.get(field).stream().map(RandomAnnotation::toString).toList());
  }

  /** The line of that number, from 1. */
  String line(long number) {
    List<String> lines = text().lines().toList();
    return number < 1 || number > lines.size() ? "" : lines.get((int) number - 1);
  }

  /** For the compiler. */
  JavaFileObject source() {
    return JavaFileObjects.forSourceString("models." + name, text());
  }

  boolean isSingle() {
    return precision.equals("float");
  }

  /** What is random of it. */
  @Override
  public String toString() {
    return text().lines().skip(4).takeWhile(line -> !line.contains("error(")).toList().stream()
        .reduce(name + ", " + precision, (all, line) -> all + "\n" + line);
  }
}
