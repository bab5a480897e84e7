package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Optional;

/** RPROP updates on all examples at once. */
final class FullBatchRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Optional<Declaration> training = model.training();
    if (!AlgorithmAttributes.of(model).name().equals("RPROP") || training.isEmpty()) {
      return;
    }
    long size = training.get().whole("batchSize");
    long examples = training.get().whole("examples");
    if (size > 0 && size < examples) {
      diagnostics.add(
          Problem.RPROP_ON_MINIBATCHES,
          training.get().place("batchSize"),
          Figures.count((examples + size - 1) / size),
          examples);
    }
  }
}
