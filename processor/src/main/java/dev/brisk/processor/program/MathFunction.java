package dev.brisk.processor.program;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The functions of {@link Math} that a program may call, by their names there. */
public enum MathFunction {
  ABS,
  ACOS,
  ASIN,
  ATAN,
  CBRT,
  CEIL,
  COS,
  COSH,
  EXP,
  EXPM1,
  FLOOR,
  FLOOR_DIV,
  FLOOR_MOD,
  FMA,
  HYPOT,
  LOG,
  LOG10,
  LOG1P,
  MAX,
  MIN,
  POW,
  RINT,
  ROUND,
  SIGNUM,
  SIN,
  SINH,
  SQRT,
  TAN,
  TANH;

  private static final Map<String, MathFunction> BY_METHOD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(MathFunction::methodName, function -> function));

  /** Whether it is constant between jumps, and its derivative 0. */
  public boolean isStep() {
    return switch (this) {
      case CEIL, FLOOR, RINT, ROUND, SIGNUM -> true;
      default -> false;
    };
  }

  /** The name of the method, {@code floorMod}. */
  public String methodName() {
    String[] words = name().toLowerCase(Locale.ROOT).split("_");
    StringBuilder method = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      method.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return method.toString();
  }

  /** The function of that method name, if it is one of these. */
  public static Optional<MathFunction> named(String method) {
    return Optional.ofNullable(BY_METHOD.get(method));
  }
}
