package dev.brisk.processor.documentation;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The letters that stand for attributes in formulas. */
final class Symbols {
  static final Map<String, String> OF_SCHEDULE =
      Map.ofEntries(
          entry("steps", "N"),
          entry("stepSize", "S"),
          entry("gamma", "\\gamma"),
          entry("startFactor", "s"),
          entry("endFactor", "e"),
          entry("power", "r"),
          entry("minLearningRate", "m"),
          entry("maxLearningRate", "M"),
          entry("period", "T"),
          entry("periodMultiplier", "k"),
          entry("stepSizeUp", "u"),
          entry("stepSizeDown", "d"),
          entry("pctStart", "q"),
          entry("divFactor", "D"),
          entry("finalDivFactor", "F"),
          entry("factor", "f"),
          entry("threshold", "\\theta"));

  static final Map<String, String> OF_OPTIMIZER =
      Map.ofEntries(
          entry("learningRate", "\\eta"),
          entry("momentum", "\\mu"),
          entry("dampening", "\\tau"),
          entry("weightDecay", "\\lambda"),
          entry("beta1", "\\beta_1"),
          entry("beta2", "\\beta_2"),
          entry("epsilon", "\\epsilon"),
          entry("alpha", "\\alpha"),
          entry("rho", "\\rho"),
          entry("learningRateDecay", "\\delta"),
          entry("initialAccumulator", "a"),
          entry("momentumDecay", "\\psi"),
          entry("trustCoefficient", "\\kappa"),
          entry("etaMinus", "\\eta_-"),
          entry("etaPlus", "\\eta_+"),
          entry("stepMin", "d_{min}"),
          entry("stepMax", "d_{max}"));

  private Symbols() {}

  /** A table of attributes with their defaults, side by side. */
  static String table(Map<String, String> defaults, Map<String, String> symbols) {
    return row(
            defaults.keySet().stream()
                .map(
                    name ->
                        symbols.containsKey(name)
                            ? "$" + symbols.get(name) + "$ " + code(name)
                            : code(name))
                .toList())
        + row(defaults.keySet().stream().map(name -> "---").toList())
        + row(List.copyOf(defaults.values()));
  }

  static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String code(String attribute) {
    return "`" + attribute + "`";
  }
}
