package dev.brisk.runtime;

import java.util.List;

/** Has a trainer take the mean of the states of several others. */
final class StateMean implements StateVisitor {
  private static final String STEP = "run/step";

  private final List<Snapshot> snapshots;
  private final double[] shares;

  /** That of which clocks are taken. */
  private final Snapshot furthest;

  private int next;

  private StateMean(List<Snapshot> snapshots, double[] shares, Snapshot furthest) {
    this.snapshots = snapshots;
    this.shares = shares;
    this.furthest = furthest;
  }

  /** Brings the trainer to that mean, or changes nothing. */
  static void restore(GeneratedTrainer<?> trainer, List<Snapshot> snapshots, double[] shares) {
    if (snapshots.isEmpty() || snapshots.size() != shares.length) {
      throw new IllegalArgumentException(
          "there are "
              + snapshots.size()
              + " snapshots and "
              + shares.length
              + " shares, expected one of each at least, and as many shares as snapshots");
    }
    Snapshot furthest = snapshots.get(0);
    for (Snapshot snapshot : snapshots) {
      snapshot.check(trainer);
      if (step(snapshot, trainer) > step(furthest, trainer)) {
        furthest = snapshot;
      }
    }
    trainer.visit(new StateMean(snapshots, shares, furthest));
  }

  private static long step(Snapshot snapshot, GeneratedTrainer<?> trainer) {
    Clock clock = new Clock();
    snapshot.show(trainer, clock);
    return clock.step;
  }

  /** Looks for the number of updates. */
  private static final class Clock implements StateVisitor {
    private long step;

    @Override
    public double number(String name, double value) {
      return value;
    }

    @Override
    public long number(String name, long value) {
      step = name.equals(STEP) ? value : step;
      return value;
    }

    @Override
    public void array(String name, Object values) {
      // No clock.
    }
  }

  /**
   * Names of clocks have a slash, those of parameters and of what is kept beside them have none.
   */
  @Override
  public double number(String name, double value) {
    int place = next++;
    if (name.indexOf('/') >= 0) {
      return (Double) furthest.state(place);
    }
    double mean = 0;
    for (int k = 0; k < shares.length; k++) {
      mean += shares[k] * (Double) snapshots.get(k).state(place);
    }
    return mean;
  }

  @Override
  public long number(String name, long value) {
    return (Long) furthest.state(next++);
  }

  @Override
  public void array(String name, Object values) {
    int place = next++;
    StateArrays.fillSum(
        values, snapshots.stream().map(snapshot -> snapshot.state(place)).toList(), shares);
  }
}
