package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.Fit;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DigitsOnSparkTest {
  @Test
  void learnsOnSparkWhatItLearnsWithout() {
    var out = new ByteArrayOutputStream();
    Fit options = Fit.epochs(4).overrideTraining();
    DigitsOnSpark.Outcome outcome =
        DigitsOnSpark.run(
            LocalSpark.context(),
            DigitsOnSpark.images(),
            options,
            new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(outcome.differingWeights()).isZero();
    assertThat(outcome.report().training().steps()).isEqualTo(24);
    assertThat(outcome.accuracy()).isGreaterThan(0.7);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("1438 images in 4 shards")
        .contains("0 weights differ from those of a run without Spark");
  }
}
