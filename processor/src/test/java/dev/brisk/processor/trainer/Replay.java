package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Snapshot;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.Trial;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Holds that a trainer which is brought back trains again as it did, bit by bit. */
final class Replay {
  private static final int STEPS = 100;

  /** Updates between two ends of an epoch. */
  private static final int EPOCH = 9;

  private Replay() {}

  /** Trains a little, and then the same again and again; and from a file, in another trainer. */
  static void assertExact(CompiledModel model, Object examples) {
    train(model, examples, 7);
    Trainer<?> trainer = model.trainer();
    Snapshot before = trainer.snapshot();
    CompiledModel resumed = fromFile(model);
    List<Long> first = train(model, examples, STEPS);
    assertThat(train(resumed, examples, STEPS)).isEqualTo(first);
    trainer.restore(before);
    assertThat(train(model, examples, STEPS)).isEqualTo(first);
    trainer.restore(before);
    for (int failing = 0; failing < 6; failing++) {
      failAt(failing, trainer, examples);
    }
    diverge(trainer, examples);
    findRate(trainer, examples);
    assertThat(train(model, examples, STEPS)).isEqualTo(first);
  }

  /** Another trainer, of another seed, that is brought to the same state by a file. */
  static CompiledModel fromFile(CompiledModel model) {
    CompiledModel other = model.another(12345);
    try {
      Path file = Files.createTempFile("brisk", ".safetensors");
      try {
        model.trainer().save(file);
        other.trainer().restore(file);
        byte[] saved = Files.readAllBytes(file);
        other.trainer().save(file);
        assertThat(file).hasBinaryContent(saved);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return other;
  }

  /** The bits of all rates, losses, parameters and averages on the way. */
  static List<Long> train(CompiledModel model, Object examples, int steps) {
    List<Long> bits = new ArrayList<>();
    int size = ((Examples<?>) examples).size();
    for (int i = 0; i < steps; i++) {
      int from = i % (size - 1);
      bits.add(Double.doubleToRawLongBits(model.trainer().learningRate()));
      double loss = model.trainBatch(examples, from, Math.min(size, from + 1 + i % 3));
      bits.add(Double.doubleToRawLongBits(loss));
      add(model, bits);
      if (i % EPOCH == EPOCH - 1) {
        model.trainer().observe(loss);
        model.trainer().endEpoch();
      }
    }
    model.trainer().withAveragedWeights(() -> add(model, bits));
    return bits;
  }

  private static void add(CompiledModel model, List<Long> bits) {
    Arrays.stream(model.parameters()).mapToLong(Double::doubleToRawLongBits).forEach(bits::add);
  }

  /** A trial in which something is thrown after so many updates. */
  private static <E extends Examples<E>> void failAt(
      int failing, Trainer<E> trainer, Object examples) {
    E typed = typed(examples);
    assertThatThrownBy(
            () -> {
              try (Trial<E> trial = trainer.trial()) {
                for (int i = 0; i < failing; i++) {
                  trial.trainBatch(typed, 0, 2, 0.01 * i);
                  trainer.observe(i);
                  trainer.endEpoch();
                }
                trainer.baseLearningRate(17);
                throw new IllegalStateException("enough");
              }
            })
        .hasMessage("enough");
  }

  /** A trial that ends when the loss, the gradient or the rate is no number any more. */
  private static <E extends Examples<E>> void diverge(Trainer<E> trainer, Object examples) {
    E typed = typed(examples);
    assertThatThrownBy(
            () -> {
              try (Trial<E> trial = trainer.trial()) {
                for (double rate = 1; ; rate *= 1e30) {
                  trial.trainBatch(typed, 0, 2, rate);
                }
              }
            })
        .isInstanceOf(RuntimeException.class);
  }

  private static <E extends Examples<E>> void findRate(Trainer<E> trainer, Object examples) {
    E typed = typed(examples);
    LearningRateFinder.on(trainer).steps(12).batchSize(2).run(typed);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Examples<E>> E typed(Object examples) {
    return (E) examples;
  }
}
