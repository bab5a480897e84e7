package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Makes trainers, one at a time whatever the threads: a user's own code may not expect several. */
final class Trainers<E extends Examples<E>> {
  private final LongFunction<? extends Trainer<E>> factory;
  private @Nullable Trainer<E> last;

  Trainers(LongFunction<? extends Trainer<E>> factory) {
    this.factory = factory;
  }

  /** A new trainer of that seed. */
  synchronized Trainer<E> make(long seed) {
    Trainer<E> made =
        Objects.requireNonNull(
            factory.apply(seed), () -> "the trainer of seed " + seed + " is null");
    if (made == last) {
      throw new IllegalArgumentException(
          "the trainer of seed "
              + seed
              + " is the one that was made before it. Make a new one at each call, with a model of its"
              + " own: seed -> new DigitsTrainer(new Digits(), seed)");
    }
    last = made;
    return made;
  }
}
