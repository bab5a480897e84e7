package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** A parameter starts from finite numbers of a range that is not empty. */
final class InitRangeRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model
        .parameters()
        .forEach(
            parameter ->
                check(
                    parameter.declaration(),
                    parameter.type().element() == Scalar.FLOAT,
                    diagnostics));
  }

  private static void check(Declaration parameter, boolean isSingle, Diagnostics diagnostics) {
    InitAttributes init = InitAttributes.of(parameter);
    for (String attribute : List.of("value", "low", "high", "mean")) {
      double value = parameter.number(attribute);
      if (init.judges(parameter, attribute) && !isFinite(value, isSingle)) {
        diagnostics.add(
            Problem.INIT_NOT_FINITE,
            parameter.place(attribute),
            attribute,
            figure(value, isSingle));
      }
    }
    if (init == InitAttributes.UNIFORM) {
      checkInterval(parameter, isSingle, diagnostics);
    }
    double deviation = parameter.number("standardDeviation");
    if (init.judges(parameter, "standardDeviation")
        && !(deviation > 0 && isFinite(deviation, isSingle))) {
      diagnostics.add(
          Problem.STANDARD_DEVIATION_NOT_POSITIVE,
          parameter.place("standardDeviation"),
          figure(deviation, isSingle),
          deviation == 0 ? ", or init = CONSTANT for equal values" : "");
    }
  }

  private static boolean isFinite(double value, boolean isSingle) {
    return isSingle ? Float.isFinite((float) value) : Double.isFinite(value);
  }

  /** What is wrong with a figure that is not finite in the precision of its parameter. */
  private static String figure(double value, boolean isSingle) {
    boolean isTooLarge = Double.isFinite(value) && !isFinite(value, isSingle);
    return Figures.number(value) + (isTooLarge ? ", infinite as a float" : "");
  }

  private static void checkInterval(
      Declaration parameter, boolean isSingle, Diagnostics diagnostics) {
    double low = parameter.number("low");
    double high = parameter.number("high");
    boolean judged = parameter.isWritten("low") || parameter.isWritten("high");
    if (judged && isFinite(low, isSingle) && isFinite(high, isSingle) && low >= high) {
      diagnostics.add(
          Problem.INIT_RANGE_EMPTY,
          parameter.place(parameter.isWritten("high") ? "high" : "low"),
          Figures.number(low),
          Figures.number(high),
          low == high
              ? "init = CONSTANT for equal values"
              : "low = " + Figures.number(high) + ", high = " + Figures.number(low));
    }
  }
}
