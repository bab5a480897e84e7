package dev.brisk.runtime;

import org.jspecify.annotations.Nullable;

/** Examples that are trained on here, window by window. */
record StreamedSet<E extends Examples<E>>(ExampleStream<E> examples) implements TrainingSet<E> {
  @Override
  public int size() {
    return examples.size();
  }

  @Override
  public int windowSize() {
    return examples.windowSize();
  }

  @Override
  public void check(long perUpdate) {
    examples.checkWindows(perUpdate);
  }

  @Override
  public Class<?> type() {
    return examples.sample().getClass();
  }

  @Override
  public double loss(Trainer<E> trainer) {
    double sum = 0;
    for (int window = 0; window < examples.windows(); window++) {
      E read = examples.read(window);
      sum += trainer.loss(read) * ((double) read.size() / examples.size());
    }
    return sum;
  }

  @Override
  public void goOn(
      GeneratedTrainer<E> trainer,
      boolean isShuffled,
      @Nullable Watch<E> watch,
      EpochUpdates.Listener listener) {
    EpochOrder order = new EpochOrder(examples, isShuffled, trainer.seed(), trainer.epochs());
    new EpochUpdates<>(trainer, examples, order, trainer.position(), watch).goOn(listener);
  }
}
