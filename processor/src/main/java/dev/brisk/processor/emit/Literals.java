package dev.brisk.processor.emit;

import dev.brisk.processor.program.Scalar;
import java.util.Locale;

/** Writes numbers as Java literals that read back as the same bits. */
final class Literals {
  private Literals() {}

  static String of(Object value, Scalar type) {
    return switch (type) {
      case BOOLEAN, INT -> value.toString();
      case RECORD -> throw new IllegalArgumentException("a record is no number");
      case LONG -> of(((Number) value).longValue());
      case FLOAT -> of(((Number) value).floatValue());
      case DOUBLE -> of(((Number) value).doubleValue());
    };
  }

  static String of(double value) {
    if (Double.isNaN(value)) {
      return "Double.NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return Double.toString(value);
  }

  static String of(float value) {
    if (Float.isNaN(value)) {
      return "Float.NaN";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? "Float.POSITIVE_INFINITY" : "Float.NEGATIVE_INFINITY";
    }
    return value + "f";
  }

  /** With separators, as large counts are steps. */
  static String of(long value) {
    return Math.abs(value) < 10_000
        ? value + "L"
        : String.format(Locale.ROOT, "%,d", value).replace(',', '_') + "L";
  }
}
