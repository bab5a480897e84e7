package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.samples.ClickPrediction.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClickPredictionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void comesCloseToTheBestLossAndIsCalibrated(long seed) throws IOException {
    var outcome = ClickPrediction.run(50_000, seed, folder);

    Stretch first = outcome.course().get(0);
    Stretch last = outcome.course().get(4);
    assertThat(last.regret()).isBetween(0.0, 0.4 * first.regret()).isLessThan(0.012);
    assertThat(outcome.bins())
        .filteredOn(bin -> bin.events() >= 500)
        .hasSizeGreaterThan(2)
        .allSatisfy(bin -> assertThat(bin.clicked()).isCloseTo(bin.predicted(), within(0.06)));

    assertThat(outcome.bytes()).isZero();
    assertThat(outcome.resumedFrom()).isEqualTo(40_000);
    assertThat(outcome.isSame()).isTrue();
  }

  @Test
  void servesWhatItLearnsAndLosesNothingAtItsEnd() throws IOException, InterruptedException {
    var served = ClickPrediction.serve(50, 1, folder.resolve("service"));

    assertThat(served.status().subList(0, 50)).containsOnly(202);
    assertThat(served.status()).endsWith(400);
    assertThat(served.health()).startsWith("learnt ");
    assertThat(served.learnt()).isEqualTo(50);
    assertThat(served.probability()).isCloseTo(served.withoutBrisk(), within(1e-6));
  }
}
