package dev.brisk.samples.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A master and two workers, whose executors are processes of their own. */
final class Cluster implements AutoCloseable {
  final JavaSparkContext context;

  private Cluster(JavaSparkContext context) {
    this.context = context;
  }

  static Cluster start() {
    LocalSpark.stop(); // There is one context in a process.
    try {
      // A worker looks for Spark here. It finds nothing, and takes the class path below.
      Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Cluster(
        new JavaSparkContext(
            new SparkConf()
                .setMaster("local-cluster[2,1,1024]")
                .setAppName("tests")
                .set("spark.ui.enabled", "false")
                // Not 15 s to find that an executor is gone.
                .set("spark.shuffle.io.retryWait", "100ms")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))));
  }

  /** The processes of executors; this one has no other children. */
  static List<ProcessHandle> executors() {
    return ProcessHandle.current().children().toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
