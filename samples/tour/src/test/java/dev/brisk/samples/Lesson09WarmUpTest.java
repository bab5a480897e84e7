package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.samples.Lesson09WarmUp.Result;
import dev.brisk.samples.digits.DigitImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Lesson09WarmUpTest {
  private static final DigitImages IMAGES = DigitImages.load();

  @TempDir private Path folder;

  @Test
  void aRateTooHighForTheFirstStepsTrainsEverySeedWithAWarmUpAndNotWithout() {
    Result cold = Lesson09WarmUp.cold(IMAGES, 0.2, 2);
    Result warm = Lesson09WarmUp.warm(IMAGES, 0.2, 2);

    assertThat(warm.worst()).isGreaterThan(0.9);
    assertThat(cold.worst()).isLessThan(0.7);
    for (int seed = 0; seed < 2; seed++) {
      assertThat(warm.losses()[seed]).as("seed %d", seed).isLessThan(cold.losses()[seed]);
    }
  }

  @Test
  void itKeepsUnitsAliveWhereTrainingDoesNotFail() {
    Result cold = Lesson09WarmUp.cold(IMAGES, 0.1, 1);
    Result warm = Lesson09WarmUp.warm(IMAGES, 0.1, 1);

    assertThat(cold.withDeadUnits()).isEqualTo(1);
    assertThat(warm.withDeadUnits()).isZero();
    assertThat(warm.meanLoss()).isLessThan(cold.meanLoss() / 2);
  }

  @Test
  void itBringsNothingAtALowRate() throws IOException {
    Result cold = Lesson09WarmUp.cold(IMAGES, 0.01, 1);
    Result warm = Lesson09WarmUp.warm(IMAGES, 0.01, 1);

    assertThat(cold.withDeadUnits()).isZero();
    assertThat(warm.worst()).isCloseTo(cold.worst(), within(0.02));
    Lesson09WarmUp.write(List.of(cold.runs().get(0), warm.runs().get(0)), folder);
    assertThat(folder.resolve("warm-up.html"))
        .content()
        .contains("without warm-up, rate 0.01, seed 0", "with warm-up, rate 0.01, seed 0");
  }
}
