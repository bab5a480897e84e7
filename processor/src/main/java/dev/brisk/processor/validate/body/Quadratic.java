package dev.brisk.processor.validate.body;

import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A polynomial of at most the second degree in single parameters, with a constant for each product
 * of them; NaN is one that is not known, as it comes from an example.
 *
 * @param terms by the parameters that are multiplied, none of them for the constant term
 */
record Quadratic(Map<List<Cell>, Double> terms) {
  /** A parameter, or an element of one. */
  record Cell(Variable parameter, List<Integer> indices) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      return toString().compareTo(other.toString());
    }
  }

  static Quadratic constant(double value) {
    return new Quadratic(Map.of(List.of(), value));
  }

  static Quadratic of(Cell cell) {
    return new Quadratic(Map.of(List.of(cell), 1.0));
  }

  boolean isConstant() {
    return degree() == 0;
  }

  private int degree() {
    return terms.keySet().stream().mapToInt(List::size).max().orElse(0);
  }

  /** The constant term. */
  double constant() {
    return terms.getOrDefault(List.of(), 0.0);
  }

  Quadratic plus(Quadratic other) {
    Map<List<Cell>, Double> sum = new HashMap<>(terms);
    other.terms.forEach((cells, factor) -> sum.merge(cells, factor, Double::sum));
    return new Quadratic(sum);
  }

  Quadratic times(double factor) {
    Map<List<Cell>, Double> scaled = new HashMap<>();
    terms.forEach((cells, value) -> scaled.put(cells, value * factor));
    return new Quadratic(scaled);
  }

  /** The product, unless its degree is higher. */
  Optional<Quadratic> times(Quadratic other) {
    if (degree() + other.degree() > 2) {
      return Optional.empty();
    }
    Map<List<Cell>, Double> product = new HashMap<>();
    terms.forEach(
        (some, a) ->
            other.terms.forEach(
                (more, b) -> {
                  List<Cell> cells = new ArrayList<>(some);
                  cells.addAll(more);
                  cells.sort(null);
                  product.merge(cells, a * b, Double::sum);
                }));
    return Optional.of(new Quadratic(product));
  }

  /** The parameters that it has a second degree in. */
  List<Cell> curved() {
    return terms.keySet().stream()
        .filter(cells -> cells.size() == 2)
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  /** The second derivative by two of them. */
  double curvature(Cell one, Cell other) {
    List<Cell> cells = new ArrayList<>(List.of(one, other));
    cells.sort(null);
    double factor = terms.getOrDefault(cells, 0.0);
    return one.equals(other) ? 2 * factor : factor;
  }
}
