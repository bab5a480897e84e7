package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Map;

/** What scales the step of each parameter by its norm does so only beside weight decay. */
final class TrustRule implements Rule {
  /** What is left of an algorithm without weight decay. */
  private static final Map<String, String> UNSCALED = Map.of("LARS", "SGD", "LAMB", "ADAM");

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    Declaration optimizer = model.optimizer();
    String unscaled = UNSCALED.get(algorithm.name());
    if (unscaled != null && algorithm.value(optimizer, "weightDecay") == 0) {
      String attribute = optimizer.isWritten("weightDecay") ? "weightDecay" : "value";
      diagnostics.add(
          Problem.TRUST_WITHOUT_DECAY, optimizer.place(attribute), algorithm.name(), unscaled);
    }
  }
}
