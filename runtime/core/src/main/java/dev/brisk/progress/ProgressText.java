package dev.brisk.progress;

import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.text.Digits;
import java.time.Duration;
import java.util.Locale;

/** How a moment of a fit reads. */
final class ProgressText {
  private ProgressText() {}

  /** Such as {@code epoch 3/10}. */
  static String epoch(FitProgress progress) {
    return "epoch " + progress.epoch() + '/' + progress.lastEpoch();
  }

  /** Such as {@code step 1200/4000}. */
  static String step(FitProgress progress) {
    return "step " + progress.step() + '/' + progress.lastStep();
  }

  /** Such as {@code loss 0.231, 2250/s}, which are examples. */
  static String figures(FitProgress progress) {
    return "loss "
        + Digits.of(progress.loss())
        + ", "
        + Digits.of(progress.examplesPerSecond())
        + "/s";
  }

  /** What the held-out examples gave, each after a comma; empty without them. */
  static String validation(Epoch epoch) {
    StringBuilder text = new StringBuilder();
    epoch
        .validationLoss()
        .ifPresent(loss -> text.append(", validation loss ").append(Digits.of(loss)));
    epoch
        .validationMetrics()
        .forEach(
            (name, value) -> text.append(", ").append(name).append(' ').append(Digits.of(value)));
    return text.toString();
  }

  /** Hours, minutes and seconds: {@code 0:01:23}. */
  static String time(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
