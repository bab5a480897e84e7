package dev.brisk.spark;

import dev.brisk.runtime.Trainer;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * How many steps shards do on their own before their states are averaged. Where that is to be
 * measured it is so once for a run, and what came out is attached to the trainer, so that a run
 * that is taken up goes on at the same pace.
 */
final class Pace {
  private static final String ATTACHED = "spark";
  private static final String STEPS = "localSteps";

  /** Of the time of a round, what goes by for sending states to and fro, at most. */
  private static final double SHARE = 0.2;

  private static final int WARM_UPS = 3;
  private static final int REPETITIONS = 3;

  /** 0 until it is known. */
  private int steps;

  private Pace(int steps) {
    this.steps = steps;
  }

  static Pace of(int steps) {
    return new Pace(steps);
  }

  /** That of a fit that begins now, or is taken up. */
  static Pace toBeMeasured(Trainer<?> trainer) {
    trainer.attach(ATTACHED, Map.of());
    return new Pace(0);
  }

  /**
   * The steps at once.
   *
   * @param round does a round of so many steps from the trainer's state, and drops what comes out
   * @param most steps, those of an epoch
   */
  int steps(Trainer<?> trainer, IntConsumer round, int most) {
    if (steps == 0) {
      String before = trainer.attached(ATTACHED).get(STEPS);
      steps = before == null ? measured(round, most) : Integer.parseInt(before);
      trainer.attach(ATTACHED, Map.of(STEPS, Integer.toString(steps)));
    }
    return Math.min(steps, most);
  }

  /** 0 where no update was done. */
  int steps() {
    return steps;
  }

  private static int measured(IntConsumer round, int most) {
    for (int i = 0; i < WARM_UPS; i++) {
      round.accept(0);
    }
    long exchange = Long.MAX_VALUE;
    for (int i = 0; i < REPETITIONS; i++) {
      exchange = Math.min(exchange, nanos(round, 0));
    }
    int done = 1;
    long taken = nanos(round, done);
    // Long enough to be told from sending, and for HotSpot to have compiled a step.
    while (taken < 2 * exchange && done < most) {
      done = Math.min(4 * done, most);
      taken = nanos(round, done);
    }
    return steps(exchange, (double) (taken - exchange) / done, most);
  }

  private static long nanos(IntConsumer round, int steps) {
    long start = System.nanoTime();
    round.accept(steps);
    return System.nanoTime() - start;
  }

  /**
   * As few as leave no more than the share to sending.
   *
   * @param exchange the time that it takes to send states to and fro
   * @param step the time of a step
   */
  static int steps(double exchange, double step, int most) {
    double wanted = Math.ceil(exchange / Math.max(step, 1) * (1 - SHARE) / SHARE);
    return (int) Math.max(1, Math.min(wanted, most));
  }
}
