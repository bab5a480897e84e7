package dev.brisk.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A copy of all parameters, which is either written by one thread or read by any number of them.
 * Whoever has it gets it by a compare-and-set and gives it back by another one, so that what was
 * written before is seen after. No thread waits for another.
 */
final class ServedWeights {
  private static final int WRITTEN = -1;

  /** The number of threads that read it. */
  private final AtomicInteger readers = new AtomicInteger(WRITTEN);

  /** Arrays of the parameters in the order of their fields; of a scalar one of length 1. */
  private final List<Object> copies = new ArrayList<>();

  private final Taking taking = new Taking();
  private long version;
  private long step;

  /** Takes it for writing, unless someone has it. New weights are taken already. */
  boolean tryWrite() {
    return readers.compareAndSet(0, WRITTEN);
  }

  /** Gives it back after writing. */
  void written() {
    readers.set(0);
  }

  /** Takes it for reading, unless it is written. */
  boolean tryRead() {
    for (int n = readers.get(); n != WRITTEN; n = readers.get()) {
      if (readers.compareAndSet(n, n + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Gives it back after reading. */
  void read() {
    readers.getAndDecrement();
  }

  /** Copies the parameters of a trainer. */
  void take(GeneratedTrainer<?> trainer, long asVersion) {
    taking.next = 0;
    trainer.visitState(taking);
    version = asVersion;
    step = trainer.stepCount();
  }

  /** By which newer weights are told from older ones. */
  long version() {
    return version;
  }

  /** The number of updates that were done to them. */
  long step() {
    return step;
  }

  private final class Taking extends ParameterVisitor {
    private int next;

    @Override
    double parameter(String name, double value) {
      if (next == copies.size()) {
        copies.add(new double[1]);
      }
      ((double[]) copies.get(next++))[0] = value;
      return value;
    }

    @Override
    void parameter(String name, Object values) {
      if (next == copies.size()) {
        copies.add(StateArrays.copy(name, values));
      } else {
        StateArrays.fill(copies.get(next), values);
      }
      next++;
    }
  }

  /** Refuses a model whose arrays have other lengths. */
  static final class Comparing extends ParameterVisitor {
    private final ServedWeights weights;
    private int next;

    Comparing(ServedWeights weights) {
      this.weights = weights;
    }

    @Override
    double parameter(String name, double value) {
      next++;
      return value;
    }

    @Override
    void parameter(String name, Object values) {
      StateArrays.compare(name, values, weights.copies.get(next++));
    }
  }

  /** Brings weights into a model whose arrays have their lengths. */
  static final class Filling extends ParameterVisitor {
    private List<Object> copies = List.of();
    private int next;

    void fill(GeneratedTrainer<?> trainer, ServedWeights weights) {
      copies = weights.copies;
      next = 0;
      trainer.visitState(this);
    }

    @Override
    double parameter(String name, double value) {
      return ((double[]) copies.get(next++))[0];
    }

    @Override
    void parameter(String name, Object values) {
      StateArrays.fill(values, copies.get(next++));
    }
  }
}
