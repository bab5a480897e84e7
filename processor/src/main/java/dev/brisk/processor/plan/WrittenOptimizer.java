package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;
import java.util.ArrayList;
import java.util.List;

/** {@code @Optimizer} as the user wrote it, apart from the learning rate. */
final class WrittenOptimizer {
  private WrittenOptimizer() {}

  /** Its attributes, {@code momentum = 0.9}; that of the algorithm first. */
  static List<String> of(Declaration optimizer) {
    List<String> attributes = new ArrayList<>();
    attributes.add("value = " + optimizer.choice("value"));
    optimizer
        .attributes()
        .forEach(
            (name, attribute) -> {
              boolean isOther = !name.equals("value") && !name.equals("learningRate");
              if (isOther && attribute.written()) {
                attributes.add(name + " = " + text(attribute.value()));
              }
            });
    return attributes;
  }

  private static String text(Object value) {
    return value instanceof Number number ? Figures.number(number.doubleValue()) : value.toString();
  }
}
