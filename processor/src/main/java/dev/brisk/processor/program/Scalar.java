package dev.brisk.processor.program;

import java.util.Locale;

/**
 * The scalar types of the language, from narrow to wide among numbers; and records, of which a
 * program reads components.
 */
public enum Scalar {
  RECORD,
  BOOLEAN,
  INT,
  LONG,
  FLOAT,
  DOUBLE;

  /** Whether values have derivatives. */
  public boolean isFloating() {
    return this == FLOAT || this == DOUBLE;
  }

  /** Whether it takes part in arithmetic. */
  public boolean isNumeric() {
    return compareTo(INT) >= 0;
  }

  /** Whether its values are bits, and have no fractions. */
  public boolean isWhole() {
    return this == INT || this == LONG;
  }

  /** Java's keyword for it. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of arithmetic on values of the two (JLS 5.6, binary numeric promotion). */
  public static Scalar promoted(Scalar left, Scalar right) {
    return left.compareTo(right) >= 0 ? left : right;
  }
}
