package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.spark.SparkTraining;
import dev.brisk.tune.GridSearch;
import dev.brisk.tune.SearchResult;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkStatusTracker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code local-cluster[2,1,1024]}. */
class LocalClusterTest extends OnCluster {
  @BeforeAll
  static void start() {
    cluster = Cluster.inThisProcess();
  }

  @Test
  void executorsThatAreKilledInLocalStepsChangeNoBit() throws IOException {
    assertKillsChangeNoBit(Kind.MOMENTUM.localSteps(2));
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
        SparkTraining.on(cluster.context, LocalClusterTest::failingOnce);
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
