package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.function.Consumer;

/** Is told of complete epochs alone. */
record EpochConsumer(Consumer<Epoch> told) implements FitListener {
  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    told.accept(epoch);
  }
}
