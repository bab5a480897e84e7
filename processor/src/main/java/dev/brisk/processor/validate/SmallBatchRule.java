package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Map;
import java.util.Optional;

/** What scales steps to the norms of parameters is for large batches. */
final class SmallBatchRule implements Rule {
  /** Below this the norm of a gradient is mostly that of its noise. */
  private static final long LARGE = 32;

  /** The algorithm without the scaling, by the one with it. */
  private static final Map<String, String> UNSCALED = Map.of("LAMB", "ADAMW", "LARS", "SGD");

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    String algorithm = AlgorithmAttributes.of(model).name();
    Optional<Declaration> training = model.training();
    if (!UNSCALED.containsKey(algorithm) || training.isEmpty()) {
      return;
    }
    long size = training.get().whole("batchSize");
    if (size > 0 && size < LARGE) {
      diagnostics.add(
          Problem.SMALL_BATCHES,
          training.get().place("batchSize"),
          algorithm,
          Figures.count(size, "example"),
          Figures.count(LARGE),
          UNSCALED.get(algorithm));
    }
  }
}
