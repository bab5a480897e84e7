package dev.brisk.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The weights of a model that is in training, for other threads that predict with them meanwhile,
 * as in a service that learns online.
 *
 * <p>Training writes into the model's own arrays, so another thread that reads them sees half of an
 * update. The thread that trains therefore publishes copies, whenever it likes, and each thread
 * that predicts has a model and a trainer of its own, into which it takes the newest copy, whenever
 * it likes:
 *
 * <pre>{@code
 * // The thread that trains.
 * var serving = Serving.of(trainer);
 * for (Event event : events) {
 *   trainer.step(event.features(), event.label());
 *   if (trainer.stepCount() % 100 == 0) {
 *     serving.publish();
 *   }
 * }
 *
 * // Each thread that predicts.
 * var model = new FashionNet();
 * var reader = serving.reader(new FashionNetTrainer(model));
 * while (isOpen()) {
 *   reader.refresh();
 *   answer(model.logits(next()));
 * }
 * }</pre>
 *
 * <p>What a reader has is the weights of one step, all of them, and stays so until it asks for
 * newer ones: two predictions of one request come from one model. That is why weights are copied
 * into a model of the reader's rather than lent. Its trainer brings the {@code @Predict} methods
 * that allocate nothing, with scratch arrays that no other thread has.
 *
 * <p>There is no lock. A step does not know of it; {@link #publish} copies and never waits,
 * whatever readers do; a reader waits for nobody, and never sees weights older than those it has.
 * Copies are used again: there are at most two more than threads that read at the same moment, and
 * when they are there, neither publishing nor reading allocates.
 *
 * @param <T> the generated trainer
 */
public final class Serving<T extends GeneratedTrainer<?>> {
  private final T trainer;

  /** The arrays of the model that is trained, which no reader may have. */
  private final Set<Object> trained = Collections.newSetFromMap(new IdentityHashMap<>());

  /** All copies that were made; of the thread that trains. */
  private final List<ServedWeights> copies = new ArrayList<>();

  private long version;
  private volatile ServedWeights newest;

  private Serving(T trainer) {
    this.trainer = trainer;
    trainer.checkParameters();
    trainer.visitState(
        new ParameterVisitor() {
          @Override
          double parameter(String name, double value) {
            return value;
          }

          @Override
          void parameter(String name, Object values) {
            trained.add(values);
          }
        });
    this.newest = published();
  }

  /**
   * Serves the weights of a trainer's model, those that it has now to begin with. Called by the
   * thread that trains.
   */
  public static <T extends GeneratedTrainer<?>> Serving<T> of(T trainer) {
    return new Serving<>(trainer);
  }

  /**
   * Has readers take the weights as they are now. Called by the thread that trains, between two
   * updates, also by a listener of a fit; within {@link Trainer#withAveragedWeights} it publishes
   * their average.
   *
   * @throws IllegalArgumentException if an array of the model was replaced by one of another length
   */
  public void publish() {
    trainer.checkParameters();
    newest = published();
  }

  private ServedWeights published() {
    ServedWeights weights = free();
    weights.take(trainer, ++version);
    weights.written();
    return weights;
  }

  /** A copy that no one reads, taken for writing. */
  private ServedWeights free() {
    for (int i = 0; i < copies.size(); i++) {
      ServedWeights copy = copies.get(i);
      if (copy != newest && copy.tryWrite()) {
        return copy;
      }
    }
    ServedWeights copy = new ServedWeights();
    copies.add(copy);
    return copy;
  }

  /**
   * A reader that takes weights into the model of another trainer, beginning with the newest. Any
   * thread may ask for one.
   *
   * @param own a trainer of the same class, of a model that this thread alone has
   * @throws IllegalArgumentException if it is of another class, is the one that trains or has an
   *     array of its model, or has an array of another length
   */
  public Reader reader(T own) {
    return new Reader(own);
  }

  /** The newest copy, taken for reading. */
  private ServedWeights taken() {
    while (true) {
      ServedWeights weights = newest;
      if (weights.tryRead()) {
        return weights;
      }
      // It was overtaken by two newer ones since.
      Thread.onSpinWait();
    }
  }

  /** Takes published weights into a model, in one thread. */
  public final class Reader {
    private final T own;
    private final ServedWeights.Filling filling = new ServedWeights.Filling();
    private long held;
    private long step;

    private Reader(T own) {
      if (own.getClass() != trainer.getClass()) {
        throw new IllegalArgumentException(
            "own is a "
                + own.getClass().getName()
                + ", and what is served is trained by a "
                + trainer.getClass().getName());
      }
      this.own = own;
      own.checkParameters();
      if (own == trainer) {
        throw shared("own is the trainer itself");
      }
      own.visitState(
          new ParameterVisitor() {
            @Override
            double parameter(String name, double value) {
              return value;
            }

            @Override
            void parameter(String name, Object values) {
              if (trained.contains(values)) {
                throw shared(
                    "the model of own has the array " + name + " of the one that is trained");
              }
            }
          });
      ServedWeights weights = taken();
      try {
        own.visitState(new ServedWeights.Comparing(weights));
      } finally {
        weights.read();
      }
      refresh();
    }

    private IllegalArgumentException shared(String what) {
      return new IllegalArgumentException(
          what + ". Give each reader a trainer of a model of its own");
    }

    /**
     * Brings the newest published weights into the reader's model, if it has older ones.
     *
     * @return whether it had
     * @throws IllegalArgumentException if an array of the model was replaced by one of another
     *     length
     */
    public boolean refresh() {
      own.checkParameters();
      ServedWeights weights = taken();
      try {
        if (weights.version() <= held) {
          return false;
        }
        filling.fill(own, weights);
        held = weights.version();
        step = weights.step();
        return true;
      } finally {
        weights.read();
      }
    }

    /** The number of updates after which the weights were published that the model has. */
    public long step() {
      return step;
    }
  }
}
