package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** A parameter starts from finite numbers of a range that is not empty. */
final class InitRangeRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.parameters().forEach(parameter -> check(parameter.declaration(), diagnostics));
  }

  private static void check(Declaration parameter, Diagnostics diagnostics) {
    InitAttributes init = InitAttributes.of(parameter);
    for (String attribute : List.of("value", "low", "high", "mean")) {
      double value = parameter.number(attribute);
      if (init.judges(parameter, attribute) && !Double.isFinite(value)) {
        diagnostics.add(
            Problem.INIT_NOT_FINITE, parameter.place(attribute), attribute, Figures.number(value));
      }
    }
    if (init == InitAttributes.UNIFORM) {
      checkInterval(parameter, diagnostics);
    }
    double deviation = parameter.number("standardDeviation");
    if (init.judges(parameter, "standardDeviation")
        && !(deviation > 0 && Double.isFinite(deviation))) {
      diagnostics.add(
          Problem.STANDARD_DEVIATION_NOT_POSITIVE,
          parameter.place("standardDeviation"),
          Figures.number(deviation),
          deviation == 0 ? ", or init = CONSTANT for equal values" : "");
    }
  }

  private static void checkInterval(Declaration parameter, Diagnostics diagnostics) {
    double low = parameter.number("low");
    double high = parameter.number("high");
    boolean judged = parameter.isWritten("low") || parameter.isWritten("high");
    if (judged && Double.isFinite(low) && Double.isFinite(high) && low >= high) {
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
