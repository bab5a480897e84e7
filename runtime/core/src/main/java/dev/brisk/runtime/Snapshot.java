package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides how training goes on, at one moment: parameters, state of the optimizer,
 * averages of weights, the clocks of steps, epochs and runs, what a plateau has seen, the base
 * learning rate, the seed of order and dropout, and the history of epochs. Immutable, and held in
 * memory; made by {@link Trainer#snapshot()}. It can be sent to another process, by Java's
 * serialization, but for the history: the trainer that is brought back to it there keeps its own.
 *
 * <p>A trainer that is brought back to it by {@link Trainer#restore(Snapshot)} goes on as the one
 * that it was taken from did, bit by bit.
 */
public final class Snapshot implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Class<?> trainer;

  @SuppressWarnings("serial") // an ArrayList of numbers and arrays
  private final List<Object> states;

  /** Null where it was sent. */
  private final transient @Nullable List<Epoch> history;

  /**
   * @param states what a trainer of that class shows, in order; no one else has these arrays
   */
  Snapshot(Class<?> trainer, List<Object> states, List<Epoch> history) {
    this.trainer = trainer;
    this.states = states;
    this.history = history;
  }

  static Snapshot of(GeneratedTrainer<?> trainer) {
    Snapshot snapshot = new Snapshot(trainer.getClass(), new ArrayList<>(), trainer.history());
    trainer.visit(snapshot.new Recording());
    return snapshot;
  }

  /** Brings the trainer back, or changes nothing. */
  void restore(GeneratedTrainer<?> restored) {
    check(restored);
    restored.visit(new Restoration());
    if (history != null) {
      restored.history(history);
    }
  }

  /** Refuses a trainer that cannot be brought back. */
  void check(GeneratedTrainer<?> restored) {
    if (restored.getClass() != trainer) {
      boolean sameName = restored.getClass().getName().equals(trainer.getName());
      throw new IllegalArgumentException(
          "the snapshot is of a "
              + trainer.getName()
              + ", and cannot be restored into a "
              + restored.getClass().getName()
              + (sameName ? " of another class loader" : ""));
    }
    restored.visit(new Comparison());
  }

  List<Epoch> history() {
    return history == null ? List.of() : history;
  }

  /** What the trainer showed in that place. */
  Object state(int place) {
    return states.get(place);
  }

  /**
   * Shows this state to a visitor, by the names that the trainer, which has such a state, gives.
   */
  void show(GeneratedTrainer<?> trainer, StateVisitor visitor) {
    trainer.visit(new Showing(visitor));
  }

  /** Shows what is here in place of what it is shown, which stays as it is. */
  private final class Showing implements StateVisitor {
    private final StateVisitor visitor;
    private int next;

    Showing(StateVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public double number(String name, double value) {
      visitor.number(name, (double) (Double) states.get(next++));
      return value;
    }

    @Override
    public float number(String name, float value) {
      visitor.number(name, ((Double) states.get(next++)).floatValue());
      return value;
    }

    @Override
    public long number(String name, long value) {
      visitor.number(name, (long) (Long) states.get(next++));
      return value;
    }

    @Override
    public void array(String name, Object values) {
      visitor.array(name, states.get(next++));
    }
  }

  /** Copies what it is shown. */
  private final class Recording implements StateVisitor {
    @Override
    public double number(String name, double value) {
      states.add(value);
      return value;
    }

    @Override
    public long number(String name, long value) {
      states.add(value);
      return value;
    }

    @Override
    public void array(String name, Object values) {
      states.add(StateArrays.copy(name, values));
    }
  }

  /** Refuses arrays of other lengths, and changes nothing. */
  private final class Comparison implements StateVisitor {
    private int next;

    @Override
    public double number(String name, double value) {
      next++;
      return value;
    }

    @Override
    public long number(String name, long value) {
      next++;
      return value;
    }

    @Override
    public void array(String name, Object values) {
      StateArrays.compare(name, values, states.get(next++));
    }
  }

  /** Brings everything back. */
  private final class Restoration implements StateVisitor {
    private int next;

    @Override
    public double number(String name, double value) {
      return (Double) states.get(next++);
    }

    @Override
    public long number(String name, long value) {
      return (Long) states.get(next++);
    }

    @Override
    public void array(String name, Object values) {
      StateArrays.fill(values, states.get(next++));
    }
  }
}
