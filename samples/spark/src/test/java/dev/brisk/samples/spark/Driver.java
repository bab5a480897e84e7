package dev.brisk.samples.spark;

import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.Fit;
import dev.brisk.spark.HadoopCheckpoints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;

/** A program as one would submit it, which is started again until it is done. */
final class Driver {
  static final int SHARDS = 3;
  static final List<Digit> DIGITS = Digit.first(100);
  static final Fit OPTIONS = Fit.epochs(15).batchSize(30);

  private Driver() {}

  /**
   * Trains in this folder, where checkpoints are in {@code run}.
   *
   * @return what the run leaves
   */
  static byte[] run(JavaSparkContext spark, Path folder) throws IOException {
    String uri = folder.resolve("run").toUri().toString();
    try (var kept = HadoopCheckpoints.open(uri, spark.hadoopConfiguration())) {
      Fit options =
          OPTIONS
              .checkpoints(Checkpoints.in(kept.folder()).everySteps(1).keepLast(2))
              .resumeFrom(kept.folder())
              .listener(kept);
      return Kind.MOMENTUM.on(spark.parallelize(DIGITS, 2), SHARDS, options, folder);
    }
  }

  /** Runs in the folder of the argument. */
  public static void main(String[] arguments) throws IOException {
    run(LocalSpark.context(), Path.of(arguments[0]));
  }
}
