package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every cluster; the classes that extend it say which. */
abstract class OnCluster {
  /** Executors that are killed in one run; each takes seconds to be replaced. */
  private static final int KILLS = Integer.getInteger("brisk.kills", 1);

  private static final int SHARDS = 4;
  static final List<Digit> DIGITS = Digit.first(125);

  /** Two updates of an epoch, of which the second is short, and one of another epoch. */
  private static final Fit OPTIONS = Fit.steps(3).batchSize(80);

  static Cluster cluster;

  @TempDir private Path folder;

  @AfterAll
  static void stop() {
    cluster.close();
  }

  static List<Kind<?, ?>> kinds() {
    return Kind.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void executorsInProcessesLeaveTheBitsOfThisOne(Kind<?, ?> kind) throws IOException {
    byte[] expected = kind.here(DIGITS, SHARDS, OPTIONS, folder);
    assertThat(kind.on(cluster.context.parallelize(DIGITS), SHARDS, OPTIONS, folder))
        .isEqualTo(expected);
    assertThat(cluster.executors()).isNotEmpty();
  }

  /** Kills an executor some milliseconds after an update, which is within another one. */
  private static final class Killer implements FitListener {
    private static final int EVERY = 5;
    private static final int MILLISECONDS = 60;

    private final Random random = new Random(9);
    private int left = KILLS;
    int killed;

    @Override
    public void updated(FitProgress progress) {
      if (left > 0 && progress.step() % EVERY == 2) {
        left--;
        int wait = random.nextInt(MILLISECONDS);
        CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS).execute(this::kill);
      }
    }

    private synchronized void kill() {
      List<ProcessHandle> executors = cluster.executors();
      if (!executors.isEmpty()
          && executors.get(random.nextInt(executors.size())).destroyForcibly()) {
        killed++;
      }
    }
  }

  @Test
  void executorsThatAreKilledChangeNoBit() throws IOException {
    assertKillsChangeNoBit(new Kind.Mode<>(Kind.MOMENTUM, training -> training));
  }

  final void assertKillsChangeNoBit(Kind.Mode<?, ?> mode) throws IOException {
    Killer killer = new Killer();
    Fit options = Fit.steps(Killer.EVERY * 2 * KILLS).batchSize(40);
    byte[] expected = mode.here(DIGITS, SHARDS, options, folder);
    assertThat(
            mode.on(cluster.context.parallelize(DIGITS), SHARDS, options.listener(killer), folder))
        .isEqualTo(expected);
    assertThat(killer.killed).isEqualTo(KILLS);
  }
}
