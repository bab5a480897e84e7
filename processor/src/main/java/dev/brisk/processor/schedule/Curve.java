package dev.brisk.processor.schedule;

import java.util.List;
import java.util.Optional;

/** A schedule with its figures. */
public sealed interface Curve {
  /** For the trainer's documentation, {@code cosine to 1e-5}. */
  String words();

  /**
   * The rate, as the generated trainer computes it.
   *
   * @param base the rate that it starts from
   * @param t steps or epochs since it began
   * @param length in the same unit; of no meaning where it does not {@link #needsLength}
   */
  double rate(double base, long t, long length);

  /**
   * The momentum that runs against the rate, if there is one. Its base is the optimizer's own,
   * which it does not read.
   */
  default Optional<Computed> momentum() {
    return Optional.empty();
  }

  /** Whether the rate depends on the length. */
  default boolean needsLength() {
    return false;
  }

  /**
   * The steps since it began at which it may be higher than at the step before and the one after;
   * at a given length. Its first and its last step need not be among them.
   */
  default List<Long> peaks(long length) {
    return List.of();
  }

  /** The last step whose rate is new; that rate is held from there on. */
  default long lastChange(long length) {
    return length;
  }

  /**
   * The first step after {@code t} at which the rate jumps, or turns from a rise to a fall or back;
   * at a given length. {@link Long#MAX_VALUE} if there is none.
   */
  default long nextTurn(long t, long length) {
    return Long.MAX_VALUE;
  }

  /** The same rate throughout. */
  record Flat() implements Curve {
    @Override
    public String words() {
      return "constant";
    }

    @Override
    public double rate(double base, long t, long length) {
      return base;
    }

    @Override
    public long lastChange(long length) {
      return 0;
    }
  }

  /**
   * A function of the step.
   *
   * @param call of the runtime
   * @param function the same at compile time
   * @param momentum beside it, as another function of the same steps
   */
  record Computed(String words, Call call, Function function, Optional<Computed> momentum)
      implements Curve {
    Computed beside(Computed momentum) {
      return new Computed(words + ", " + momentum.words(), call, function, Optional.of(momentum));
    }

    @Override
    public double rate(double base, long t, long length) {
      return function.rate(base, t, length);
    }

    @Override
    public boolean needsLength() {
      return call.takesLength();
    }

    @Override
    public List<Long> peaks(long length) {
      return function.peaks(length);
    }

    @Override
    public long lastChange(long length) {
      return function.lastChange(length);
    }

    @Override
    public long nextTurn(long t, long length) {
      return function.nextTurn(t, length);
    }
  }

  /**
   * What depends on observations, and is the base rate as long as there are none.
   *
   * @param settings the arguments of the runtime's {@code Plateau}, in order
   * @param monitor the metric that {@code fit} observes; empty for the loss
   */
  record Watched(String words, List<Call.Constant> settings, String monitor) implements Curve {
    @Override
    public double rate(double base, long t, long length) {
      return base;
    }
  }

  /** What {@link Computed} is at compile time. */
  @FunctionalInterface
  interface Function {
    double rate(double base, long t, long length);

    /** See {@link Curve#peaks}. */
    default List<Long> peaks(long length) {
      return List.of();
    }

    /** See {@link Curve#lastChange}. */
    default long lastChange(long length) {
      return length;
    }

    /** See {@link Curve#nextTurn}. */
    default long nextTurn(long t, long length) {
      return Long.MAX_VALUE;
    }
  }
}
