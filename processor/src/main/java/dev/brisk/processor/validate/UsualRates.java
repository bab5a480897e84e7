package dev.brisk.processor.validate;

import dev.brisk.Task;
import dev.brisk.processor.diagnostic.Figures;
import java.util.Map;
import java.util.Optional;

/** The rule of thumb: where a learning rate usually is, by {@link Task} and kind of algorithm. */
final class UsualRates {
  private record Row(Range descent, Range adam) {}

  private static final Map<Task, Row> TABLE =
      Map.of(
          Task.LINEAR_REGRESSION, new Row(new Range(1e-3, 0.1), new Range(1e-3, 0.1)),
          Task.LOGISTIC_REGRESSION, new Row(new Range(0.01, 1), new Range(1e-3, 0.1)),
          Task.SMALL_NETWORK, new Row(new Range(0.01, 0.5), new Range(1e-4, 0.01)),
          Task.DEEP_NETWORK, new Row(new Range(1e-3, 0.5), new Range(5e-5, 3e-3)),
          Task.TRANSFORMER, new Row(new Range(0.01, 1), new Range(5e-5, 2e-3)),
          Task.FINE_TUNING, new Row(new Range(1e-4, 0.01), new Range(5e-6, 5e-4)));

  /** Rates, both ends included. */
  record Range(double low, double high) {
    boolean contains(double rate) {
      return rate >= low && rate <= high;
    }

    @Override
    public String toString() {
      return Figures.number(low) + " to " + Figures.number(high);
    }
  }

  private UsualRates() {}

  /** The range of the task; none for an algorithm whose rates mean something else. */
  static Optional<Range> of(String task, String algorithm) {
    Optional<Row> row = Optional.ofNullable(TABLE.get(Task.valueOf(task)));
    if (algorithm.equals("SGD")) {
      return row.map(Row::descent);
    }
    return Adams.include(algorithm) ? row.map(Row::adam) : Optional.empty();
  }
}
