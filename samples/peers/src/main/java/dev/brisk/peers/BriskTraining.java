package dev.brisk.peers;

import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A training of one of Brisk's models.
 *
 * @param run trains one epoch
 * @param model what it says for inputs
 */
record BriskTraining(Runnable run, UnaryOperator<float[][]> model) implements Learner {
  /** Of a model that is trained in batches. */
  static <E extends dev.brisk.runtime.Examples<E>> BriskTraining of(
      Trainer<E> trainer, E examples, int batch, int threads, UnaryOperator<float[][]> model) {
    Fit epoch = Fit.epochs(1).batchSize(batch).shuffle(false).threads(threads);
    return new BriskTraining(() -> trainer.fit(examples, epoch), model);
  }

  /**
   * Of a model that is trained example by example.
   *
   * @param step on the example of that place
   * @param predicted what the model says for one input
   */
  static BriskTraining online(
      Examples examples, IntConsumer step, ToDoubleFunction<float[]> predicted) {
    return new BriskTraining(
        () -> {
          for (int i = 0; i < examples.size(); i++) {
            step.accept(i);
          }
        },
        inputs ->
            Arrays.stream(inputs)
                .map(input -> new float[] {(float) predicted.applyAsDouble(input)})
                .toArray(float[][]::new));
  }

  @Override
  public void epoch() {
    run.run();
  }

  @Override
  public float[][] outputs(float[][] inputs) {
    return model.apply(inputs);
  }
}
