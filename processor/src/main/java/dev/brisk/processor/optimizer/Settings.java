package dev.brisk.processor.optimizer;

import java.util.Map;

/** The values of all attributes that an algorithm reads, written or standard. */
public record Settings(Map<String, Double> values) {
  double number(String attribute) {
    Double value = values.get(attribute);
    if (value == null) {
      throw new IllegalArgumentException("no setting " + attribute);
    }
    return value;
  }

  boolean flag(String attribute) {
    return number(attribute) != 0;
  }
}
