package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.spark.SparkTraining;
import dev.brisk.tune.GridSearch;
import dev.brisk.tune.SearchResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClusterTest {
  /** Executors that are killed in one run; each takes seconds to be replaced. */
  private static final int KILLS = Integer.getInteger("brisk.kills", 1);

  private static final int SHARDS = 4;
  private static final List<Digit> DIGITS = Digit.first(205);
  private static Cluster cluster;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    cluster = Cluster.start();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  static List<Kind<?, ?>> kinds() {
    return List.of(Kind.MOMENTUM, Kind.SINGLE_ADAM);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void executorsInProcessesLeaveTheBitsOfThisOne(Kind<?, ?> kind) throws IOException {
    Fit options = Fit.steps(4).batchSize(60);
    byte[] expected = kind.here(DIGITS, SHARDS, options, folder);
    assertThat(kind.on(cluster.context.parallelize(DIGITS), SHARDS, options, folder))
        .isEqualTo(expected);
    assertThat(Cluster.executors()).isNotEmpty();
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
      List<ProcessHandle> executors = Cluster.executors();
      if (!executors.isEmpty()
          && executors.get(random.nextInt(executors.size())).destroyForcibly()) {
        killed++;
      }
    }
  }

  @Test
  void executorsThatAreKilledChangeNoBit() throws IOException {
    Killer killer = new Killer();
    Fit options = Fit.steps(Killer.EVERY * (KILLS + 1)).batchSize(40);
    byte[] expected = Kind.MOMENTUM.here(DIGITS, SHARDS, options, folder);
    assertThat(
            Kind.MOMENTUM.on(
                cluster.context.parallelize(DIGITS), SHARDS, options.listener(killer), folder))
        .isEqualTo(expected);
    assertThat(killer.killed).isEqualTo(KILLS);
  }

  /** In each process; executors have their own. */
  private static final AtomicBoolean HAS_FAILED = new AtomicBoolean();

  private static Models_MomentumTrainer failingOnce(long seed) {
    if (HAS_FAILED.compareAndSet(false, true)) {
      throw new IllegalStateException("the first one of a process");
    }
    return Kind.MOMENTUM.trainers().create(seed);
  }

  private static int failedTasks() {
    JavaSparkStatusTracker tracker = cluster.context.statusTracker();
    return Arrays.stream(tracker.getJobIdsForGroup(null))
        .mapToObj(tracker::getJobInfo)
        .flatMapToInt(job -> Arrays.stream(job.stageIds()))
        .mapToObj(tracker::getStageInfo)
        .filter(Objects::nonNull)
        .mapToInt(SparkStageInfo::numFailedTasks)
        .sum();
  }

  @Test
  void tasksThatFailOnceChangeNothingInASearch() {
    SparkTraining<Models_MomentumTrainer, Models_MomentumTrainer.Examples> training =
        SparkTraining.on(cluster.context, ClusterTest::failingOnce);
    var search =
        GridSearch.on(Kind.MOMENTUM.trainers()::create)
            .rates(0.01, 0.1, 0.3)
            .batchSizes(20)
            .epochs(4)
            .seeds(0, 1)
            .halving(2);
    List<Digit> heldOut = Digit.between(205, 240);
    SearchResult expected =
        search.run(
            Kind.MOMENTUM.examples().create(DIGITS), Kind.MOMENTUM.examples().create(heldOut));
    int failedBefore = failedTasks();
    assertThat(
            training.search(
                search,
                cluster.context.parallelize(DIGITS),
                cluster.context.parallelize(heldOut),
                Kind.MOMENTUM.examples()))
        .isEqualTo(expected);
    assertThat(failedTasks()).isGreaterThan(failedBefore);
  }
}
