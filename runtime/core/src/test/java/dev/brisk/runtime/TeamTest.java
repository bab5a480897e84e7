package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that share a piece of work. */
class TeamTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @CsvSource({"2, 1", "2, 3", "2, 8", "2, 100", "3, 7", "3, 64", "4, 2", "5, 1001"})
  void eachUnitIsDoneOnceInPartsThatBeginAtTiles(int threads, int count) {
    List<Integer> begins = Collections.synchronizedList(new ArrayList<>());
    AtomicIntegerArray done = new AtomicIntegerArray(count);
    Work work =
        new Work(
            (first, end) -> {
              begins.add(first);
              for (int i = first; i < end; i++) {
                done.incrementAndGet(i);
              }
            });
    try (Team team = new Team(threads)) {
      for (int round = 1; round <= 50; round++) {
        team.run(work, 0, count);
        for (int i = 0; i < count; i++) {
          assertThat(done.get(i)).isEqualTo(round);
        }
      }
    }
    assertThat(begins).allMatch(begin -> begin % 4 == 0);
  }

  @Test
  void everyThreadHasAPart() {
    Set<Thread> workers = ConcurrentHashMap.newKeySet();
    Work work = new Work((first, end) -> workers.add(Thread.currentThread()));
    try (Team team = new Team(3)) {
      team.run(work, 0, 12);
    }
    assertThat(workers).hasSize(3).contains(Thread.currentThread());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whatAPartThrowsIsThrownWhenAllHaveEnded(int part) {
    AtomicIntegerArray done = new AtomicIntegerArray(12);
    Work work =
        new Work(
            (first, end) -> {
              if (first == 4 * part) {
                throw new IndexOutOfBoundsException("example " + first);
              }
              done.incrementAndGet(first);
            });
    try (Team team = new Team(3)) {
      assertThatThrownBy(() -> team.run(work, 0, 12))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("example " + 4 * part);
      assertThat(done.get(0) + done.get(4) + done.get(8)).isEqualTo(2);
      // The threads live on.
      assertThatThrownBy(() -> team.run(work, 0, 12)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void ofSeveralExceptionsThatOfTheFirstPartIsThrown() {
    Work work =
        new Work(
            (first, end) -> {
              throw new IllegalArgumentException("from " + first);
            });
    try (Team team = new Team(3)) {
      assertThatThrownBy(() -> team.run(work, 0, 12)).hasMessage("from 0");
    }
  }

  @Test
  void aPieceReachesThreadsThatHaveFallenAsleep() {
    AtomicIntegerArray done = new AtomicIntegerArray(8);
    Work work = new Work((first, end) -> done.incrementAndGet(first));
    try (Team team = new Team(2)) {
      for (int round = 1; round <= 3; round++) {
        LockSupport.parkNanos(30_000_000);
        team.run(work, 0, 8);
        assertThat(done.get(4)).isEqualTo(round);
      }
    }
  }

  @Test
  void piecesAllocateNothing() {
    Work work = new Work((first, end) -> {});
    try (Team team = new Team(2)) {
      long[] ids = {Thread.currentThread().getId(), worker().getId()};
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 5; round++) {
        long before = allocated(ids);
        for (int piece = 0; piece < 5000; piece++) {
          team.run(work, 0, 8);
        }
        least = Math.min(least, allocated(ids) - before);
      }
      // The two readings themselves: less than a byte a piece.
      assertThat(least).isLessThan(5000);
    }
  }

  private static Thread worker() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("brisk-1") && thread.isAlive())
        .findFirst()
        .orElseThrow();
  }

  private static long allocated(long... ids) {
    return Arrays.stream(THREADS.getThreadAllocatedBytes(ids)).sum();
  }

  @Test
  void threadsEndWithTheTeam() throws InterruptedException {
    Thread worker;
    try (Team team = new Team(2)) {
      worker = worker();
      assertThat(team).isNotNull();
      assertThat(worker.isDaemon()).isTrue();
    }
    worker.join(10_000);
    assertThat(worker.isAlive()).isFalse();
  }

  /** What is done with the units {@code [first, end)}. */
  private interface Part {
    void run(int first, int end);
  }

  /** A trainer that does nothing but its part. */
  private static final class Work extends GeneratedTrainer<Work.None> {
    private final Part part;

    Work(Part part) {
      super(0.1, 0, RunPlan.OPEN);
      this.part = part;
    }

    @Override
    protected void part(int phase, int first, int end) {
      part.run(first, end);
    }

    @Override
    protected String annotation(String learningRate) {
      return learningRate;
    }

    @Override
    protected void visitState(StateVisitor visitor) {}

    @Override
    protected double scheduledRate(double base, long t) {
      return base;
    }

    @Override
    public double trainBatch(None examples, int from, int to) {
      return 0;
    }

    @Override
    public double loss(None examples) {
      return 0;
    }

    @Override
    public Map<String, ToDoubleFunction<None>> metrics() {
      return Map.of();
    }

    @Override
    public List<ExampleColumn> columns() {
      return List.of();
    }

    @Override
    public None examplesOf(Object... columns) {
      Check.columns(columns(), columns);
      return new None();
    }

    @Override
    public List<ParameterLayout> layout() {
      return List.of();
    }

    private record None() implements Examples<None> {
      @Override
      public int size() {
        return 0;
      }

      @Override
      public None select(int... rows) {
        return this;
      }
    }
  }
}
