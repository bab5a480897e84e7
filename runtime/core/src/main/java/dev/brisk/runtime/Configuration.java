package dev.brisk.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is compiled into a trainer and decides how training goes on: travels with a checkpoint.
 *
 * @param optimizer the annotation, with {@link #RATE} in place of the learning rate
 * @param annotations the others, each with its attributes
 * @param learningRate as it is annotated
 * @param kernels that compute
 */
record Configuration(
    String optimizer, List<String> annotations, double learningRate, String kernels) {
  /** Stands for the learning rate. */
  static final String RATE = "(rate)";

  private static final String NONE = "none";

  Configuration {
    annotations = List.copyOf(annotations);
  }

  /** What differs in what is compiled in, but for the learning rate: {@code this -> other}. */
  List<String> differences(Configuration other) {
    List<String> differences = new ArrayList<>();
    if (!optimizer.equals(other.optimizer)) {
      differences.add(shownOptimizer() + " -> " + other.shownOptimizer());
    }
    Map<String, String> before = byName(annotations);
    Map<String, String> now = byName(other.annotations);
    before.forEach((name, text) -> add(differences, text, now.getOrDefault(name, NONE)));
    now.forEach((name, text) -> add(differences, before.containsKey(name) ? text : NONE, text));
    if (!implementation(kernels).equals(implementation(other.kernels))) {
      differences.add("kernels '" + kernels + "' -> '" + other.kernels + "'");
    }
    return differences;
  }

  private static void add(List<String> differences, String before, String now) {
    if (!before.equals(now)) {
      differences.add(before + " -> " + now);
    }
  }

  /** All annotations as they are written, {@code @Optimizer} first. */
  List<String> annotationLines() {
    List<String> lines = new ArrayList<>();
    lines.add(shownOptimizer());
    lines.addAll(annotations);
    return lines;
  }

  private String shownOptimizer() {
    return optimizer.replace(RATE, Double.toString(learningRate));
  }

  /** The annotations by their names; repeated ones are one text, as their order matters. */
  private static Map<String, String> byName(List<String> annotations) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String annotation : annotations) {
      String name = annotation.split("\\(", 2)[0];
      byName.merge(name, annotation, (first, second) -> first + " " + second);
    }
    return byName;
  }

  /** The kernels without the reason for which they were chosen. */
  private static String implementation(String description) {
    int reason = description.indexOf(" (");
    return reason < 0 ? description : description.substring(0, reason);
  }
}
