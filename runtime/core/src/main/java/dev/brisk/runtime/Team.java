package dev.brisk.runtime;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that do the parts of one piece of work at the same time, the caller's own among them.
 * Between pieces they wait in a loop for a while, as the next piece of a training step follows
 * within microseconds, and then sleep. Nothing is allocated once the threads run.
 */
final class Team implements AutoCloseable {
  /**
   * Multiply-adds from which work is worth a second thread: to hand work over takes some
   * microseconds.
   */
  static final long WORTH_SHARING = 1 << 18;

  /** Parts begin at multiples of it, so that kernels meet whole tiles. */
  private static final int GRAIN = 4;

  /** Rounds of waiting before a thread gives up its processor, and before it sleeps. */
  private static final int ROUNDS_AWAKE = 20_000;

  private final Member[] members;
  private volatile int piece;
  private volatile boolean isClosed;
  private @Nullable GeneratedTrainer<?> trainer;
  private int phase;
  private int count;

  /**
   * @param threads at least 2, with the caller's
   */
  Team(int threads) {
    members = new Member[threads - 1];
    for (int i = 0; i < members.length; i++) {
      members[i] = new Member(i + 1);
      members[i].setDaemon(true);
      members[i].start();
    }
  }

  /**
   * Does the parts of {@code [0, count)}. What a part throws is thrown when all have ended; the
   * first part's, if several do.
   */
  void run(GeneratedTrainer<?> trainer, int phase, int count) {
    this.trainer = trainer;
    this.phase = phase;
    this.count = count;
    piece++;
    for (Member member : members) {
      if (member.isAsleep) {
        LockSupport.unpark(member);
      }
    }
    Throwable thrown = null;
    try {
      part(0);
    } catch (Throwable problem) {
      thrown = problem;
    }
    for (Member member : members) {
      member.awaitEnd();
      if (thrown == null) {
        thrown = member.thrown;
      }
    }
    if (thrown != null) {
      sneak(thrown);
    }
  }

  private void part(int number) {
    GeneratedTrainer<?> worked = trainer;
    int first = bound(number);
    int end = bound(number + 1);
    if (worked != null && first < end) {
      worked.part(phase, first, end);
    }
  }

  private int bound(int number) {
    int parts = members.length + 1;
    if (number == parts) {
      return count;
    }
    long even = (long) count * number / parts;
    return (int) Math.min(count, (even + GRAIN - 1) / GRAIN * GRAIN);
  }

  /** Parts throw nothing that the compiler asks to be declared. */
  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable thrown) throws T {
    throw (T) thrown;
  }

  @Override
  public void close() {
    isClosed = true;
    for (Member member : members) {
      LockSupport.unpark(member);
    }
  }

  private final class Member extends Thread {
    private final int number;
    private volatile int done;
    private volatile boolean isAsleep;
    private @Nullable Throwable thrown;

    Member(int number) {
      super("brisk-" + number);
      this.number = number;
    }

    @Override
    public void run() {
      while (awaitPiece()) {
        thrown = null;
        try {
          part(number);
        } catch (Throwable problem) {
          thrown = problem;
        }
        done++;
      }
    }

    /** Waits for the next piece; false if there will be none. */
    private boolean awaitPiece() {
      int rounds = 0;
      while (piece == done) {
        if (isClosed) {
          return false;
        }
        if (++rounds < ROUNDS_AWAKE) {
          Thread.onSpinWait();
        } else {
          sleep();
        }
      }
      return true;
    }

    private void sleep() {
      isAsleep = true;
      // A piece that came before the flag was seen is not slept over.
      if (piece == done && !isClosed) {
        LockSupport.park(Team.this);
      }
      isAsleep = false;
    }

    void awaitEnd() {
      int rounds = 0;
      while (done != piece) {
        if (++rounds < ROUNDS_AWAKE) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
    }
  }
}
