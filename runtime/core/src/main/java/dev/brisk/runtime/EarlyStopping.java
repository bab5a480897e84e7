package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;
import java.util.OptionalDouble;

/**
 * When a fit ends since it becomes no better, as Keras and PyTorch Lightning do it: begun with
 * {@link #patience(int)}, refined method by method. Immutable.
 *
 * <pre>{@code
 * Fit.epochs(100).validation(heldOut).earlyStopping(EarlyStopping.patience(5).maximize("accuracy"))
 * }</pre>
 *
 * <p>What is watched is the validation loss, unless a metric is named. It depends on the epochs of
 * the run alone whether it ends, so a run that was saved and taken up again ends as one that never
 * stopped. A NaN is never better.
 *
 * @param patience validations in a row that are not better, after which the fit ends; at least 1
 * @param minDelta what a value must be better by than the best so far; it must be more than that
 * @param metric of the validation examples that is watched; empty for their loss
 * @param higherIsBetter else lower is
 * @param restoresBest whether the fit brings the trainer back to its best epoch when it ends
 */
public record EarlyStopping(
    int patience, double minDelta, String metric, boolean higherIsBetter, boolean restoresBest) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if {@code patience} is below 1, or {@code minDelta} not a
   *     finite number of at least 0
   */
  public EarlyStopping {
    Check.positive("patience", patience);
    if (!(minDelta >= 0) || Double.isInfinite(minDelta)) {
      throw new IllegalArgumentException(
          "minDelta is " + minDelta + ", expected a finite number of at least 0");
    }
  }

  /**
   * Ends a fit after so many validations in a row whose loss is not lower than the lowest before,
   * and brings the best epoch back.
   *
   * @throws IllegalArgumentException if {@code validations} is below 1
   */
  public static EarlyStopping patience(int validations) {
    return new EarlyStopping(validations, 0, "", false, true);
  }

  /**
   * By more than which a value must be better than the best so far; 0 without it.
   *
   * @throws IllegalArgumentException if {@code distance} is not a finite number of at least 0
   */
  public EarlyStopping minDelta(double distance) {
    return new EarlyStopping(patience, distance, metric, higherIsBetter, restoresBest);
  }

  /** Watches a metric in place of the loss, the higher the better. */
  public EarlyStopping maximize(String name) {
    return new EarlyStopping(patience, minDelta, name, true, restoresBest);
  }

  /** Watches a metric in place of the loss, the lower the better. */
  public EarlyStopping minimize(String name) {
    return new EarlyStopping(patience, minDelta, name, false, restoresBest);
  }

  /**
   * Leaves the weights of the last update in the model. Otherwise the trainer is brought back to
   * its state after the best epoch when the fit ends, unless it is interrupted: parameters, state
   * of the optimizer, and clocks. The history keeps the epochs after it. Until then that state is
   * in memory, and in {@linkplain Fit#checkpoints checkpoints}, beside the current one.
   */
  public EarlyStopping keepLast() {
    return new EarlyStopping(patience, minDelta, metric, higherIsBetter, false);
  }

  /**
   * What is to be made of the epochs of a run so far.
   *
   * @param best the number of the best epoch, the earliest of several; 0 if there is none
   * @param isOver whether the run ends here
   */
  record Verdict(int best, boolean isOver) {}

  /**
   * The verdict after those epochs of a run, which looks at those with a validation alone.
   *
   * @param epochs from the first of the run on
   */
  Verdict verdict(List<Epoch> epochs) {
    int best = 0;
    double bestValue = higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    int bad = 0;
    for (Epoch epoch : epochs) {
      OptionalDouble value = value(epoch);
      if (value.isPresent() && isBetter(value.getAsDouble(), bestValue)) {
        best = epoch.epoch();
        bestValue = value.getAsDouble();
        bad = 0;
      } else if (value.isPresent()) {
        bad++;
      }
    }
    return new Verdict(best, bad >= patience);
  }

  private boolean isBetter(double value, double best) {
    return higherIsBetter ? value > best + minDelta : value < best - minDelta;
  }

  private OptionalDouble value(Epoch epoch) {
    if (metric.isEmpty()) {
      return epoch.validationLoss();
    }
    Double value = epoch.validationMetrics().get(metric);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
