package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingReportTest {
  private static final OptionalDouble NONE = OptionalDouble.empty();

  private final Epoch plain = new Epoch(1, 100, 0.001, 2.5, NONE, Map.of());
  private final Epoch validated =
      new Epoch(2, 200, 1e-5, 0.125, OptionalDouble.of(0.25), Map.of("accuracy", 0.875));

  @Test
  void readsAsATable() {
    var report = new TrainingReport(List.of(plain, validated), Duration.ofMillis(1500));
    assertThat(report)
        .hasToString(
            """
            epoch      steps          rate    train loss  validation loss      accuracy
                1        100    0.00100000       2.50000                -             -
                2        200   1.00000e-05      0.125000         0.250000      0.875000
            200 steps; this fit took 1.500 s""");
  }

  @Test
  void saysWhyTheFitEndedUnlessItIsComplete() {
    var report =
        new TrainingReport(
            List.of(plain, validated),
            Duration.ZERO,
            List.of(),
            List.of(),
            End.EARLY,
            OptionalInt.of(1));
    assertThat(report.toString())
        .endsWith("\n200 steps; this fit took 0.000 s; stopped early; brought back to epoch 1");
    assertThat(new TrainingReport(List.of(plain), Duration.ZERO).end()).isEqualTo(End.COMPLETE);
  }

  @Test
  void leavesOutTheMiddleOfALongTable() {
    List<Epoch> epochs =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> new Epoch(i, i, 0.1, 1, NONE, Map.of()))
            .toList();
    String[] lines = new TrainingReport(epochs, Duration.ZERO).toString().split("\n");
    assertThat(lines).hasSize(1 + 10 + 1 + 10 + 1);
    assertThat(lines[10]).startsWith("   10 ");
    assertThat(lines[11]).isEqualTo("  ...");
    assertThat(lines[12]).startsWith("   21 ");
  }

  @Test
  void lastAndStepsAreThoseOfTheLastEpoch() {
    var report = new TrainingReport(List.of(plain, validated), Duration.ZERO);
    assertThat(report.last()).isEqualTo(validated);
    assertThat(report.steps()).isEqualTo(200);
  }

  @Test
  void keepsACopyOfItsEpochs() {
    List<Epoch> epochs = new ArrayList<>(List.of(plain));
    var report = new TrainingReport(epochs, Duration.ZERO);
    epochs.add(validated);
    assertThat(report.epochs()).containsExactly(plain).isUnmodifiable();
  }

  @Test
  void hasAtLeastOneEpoch() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TrainingReport(List.of(), Duration.ZERO))
        .withMessage("epochs is empty, expected at least 1");
  }

  @Test
  void saysWhatToAddWhereNothingMakesPages() {
    var report = new TrainingReport(List.of(plain), Duration.ZERO);
    assertThatIllegalStateException()
        .isThrownBy(() -> report.html(Path.of("report.html")))
        .withMessageContaining("add the artifact dev.brisk:brisk-report");
  }
}
