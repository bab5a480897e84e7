package dev.brisk.peers;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * A training of one of Brisk's models.
 *
 * @param step trains the batch, or the example, that begins here
 * @param output what the model says for one input
 */
record BriskTraining(
    Examples examples, int batch, IntConsumer step, Function<float[], float[]> output)
    implements Learner {
  @Override
  public void epoch() {
    for (int from = 0; from < examples.size(); from += batch) {
      step.accept(from);
    }
  }

  @Override
  public float[][] outputs(float[][] inputs) {
    return Arrays.stream(inputs).map(output).toArray(float[][]::new);
  }
}
