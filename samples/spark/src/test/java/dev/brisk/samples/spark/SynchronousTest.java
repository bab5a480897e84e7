package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.Fit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SynchronousTest {
  private static final List<Digit> DIGITS = Digit.first(205);

  /** An epoch, whose last update is of five examples, and the first update of another one. */
  private static final Fit OPTIONS = Fit.steps(7).batchSize(40);

  @TempDir private Path folder;
  private final JavaSparkContext spark = LocalSpark.context();

  static List<Kind<?, ?>> kinds() {
    return Kind.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRunOnSparkLeavesTheBitsOfOneOnThisMachine(Kind<?, ?> kind) throws IOException {
    byte[] expected = kind.here(DIGITS, 3, OPTIONS, folder);
    assertThat(kind.on(spark.parallelize(DIGITS, 2), 3, OPTIONS, folder)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void oneShardLeavesTheBitsOfAFitOnExamples(Kind<?, ?> kind) throws IOException {
    byte[] expected = kind.plain(DIGITS, OPTIONS, folder);
    assertThat(kind.here(DIGITS, 1, OPTIONS, folder)).isEqualTo(expected);
  }
}
