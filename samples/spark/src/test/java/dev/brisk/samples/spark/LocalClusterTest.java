package dev.brisk.samples.spark;

import java.io.IOException;
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
}
