package dev.brisk.samples.spark;

import org.junit.jupiter.api.BeforeAll;

/** A standalone master with two workers, on this machine. */
class StandaloneTest extends OnCluster {
  @BeforeAll
  static void start() {
    cluster = Cluster.standalone();
  }
}
