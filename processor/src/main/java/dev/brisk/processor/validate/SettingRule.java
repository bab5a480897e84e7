package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Map;
import java.util.TreeMap;

/** What an optimizer reads besides is finite and not negative. */
final class SettingRule implements Rule {
  /** What each of them is, by its name. */
  private static final Map<String, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              "initialAccumulator", "is what a sum of squares starts at",
              "learningRateDecay", "says how fast the rate falls",
              "momentumDecay", "says how fast the momentum rises",
              "trustCoefficient", "is the share of a norm that a step has"));

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    MEANINGS.forEach(
        (attribute, meaning) -> {
          double value = optimizer.number(attribute);
          if (algorithm.judges(optimizer, attribute) && !(value >= 0 && Double.isFinite(value))) {
            diagnostics.add(
                Problem.SETTING_NEGATIVE,
                optimizer.place(attribute),
                attribute,
                Figures.number(value),
                meaning,
                Figures.number(algorithm.standard(attribute)));
          }
        });
  }
}
