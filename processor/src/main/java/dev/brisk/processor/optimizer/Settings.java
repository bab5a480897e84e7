package dev.brisk.processor.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of all attributes that an algorithm reads, written or standard.
 *
 * @param cycled the one that a schedule replaces at times
 */
public record Settings(Map<String, Double> values, Optional<String> cycled) {
  /** The same, with an attribute at 0 if it is among them. */
  public Settings without(String attribute) {
    Map<String, Double> others = new LinkedHashMap<>(values);
    others.computeIfPresent(attribute, (name, value) -> 0.0);
    return new Settings(others, cycled);
  }

  double number(String attribute) {
    Double value = values.get(attribute);
    if (value == null) {
      throw new IllegalArgumentException("no setting " + attribute);
    }
    return value;
  }

  boolean isCycled(String attribute) {
    return cycled.equals(Optional.of(attribute));
  }

  boolean flag(String attribute) {
    return number(attribute) != 0;
  }
}
