package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** A gradient is clipped by one bound, which is positive and finite. */
final class ClippingRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.clipping().ifPresent(clipping -> check(clipping, diagnostics));
  }

  private static void check(Declaration clipping, Diagnostics diagnostics) {
    for (String bound : List.of("norm", "value")) {
      double value = clipping.number(bound);
      if (clipping.isWritten(bound) && !(value > 0 && Double.isFinite(value))) {
        diagnostics.add(
            Problem.CLIPPING_BOUND_NOT_POSITIVE,
            clipping.place(bound),
            bound,
            Figures.number(value));
      }
    }
    boolean hasNorm = clipping.isWritten("norm");
    boolean hasValue = clipping.isWritten("value");
    if (hasNorm && hasValue) {
      diagnostics.add(Problem.CLIPPING_BY_NORM_AND_VALUE, clipping.place("value"));
    } else if (!hasNorm && !hasValue) {
      diagnostics.add(Problem.CLIPPING_WITHOUT_BOUND, clipping.place());
    }
  }
}
