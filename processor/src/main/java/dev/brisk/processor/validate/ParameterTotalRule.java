package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;

/** All parameters fit into one array, as {@code parameters(out)} lays them out. */
final class ParameterTotalRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    long total = 0;
    for (ParameterSource parameter : model.parameters()) {
      long before = total;
      total += size(parameter);
      if (total > Integer.MAX_VALUE) {
        diagnostics.add(
            Problem.TOO_MANY_PARAMETERS,
            parameter.declaration().place("shape"),
            parameter.name(),
            Figures.count(total),
            Figures.count(before),
            Figures.count(Integer.MAX_VALUE));
        return;
      }
    }
  }

  /** What is known of it: an array that the model allocates itself may be of any length. */
  private static long size(ParameterSource parameter) {
    return parameter.type().isArray() && parameter.shape().isEmpty()
        ? 0
        : parameter.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }
}
