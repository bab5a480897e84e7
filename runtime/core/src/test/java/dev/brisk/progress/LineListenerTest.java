package dev.brisk.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.Line;
import dev.brisk.runtime.RunPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines of a fit of four updates an epoch, each of which takes as long as the test says. */
class LineListenerTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Line line = new Line(7, RunPlan.OPEN);
  private long now;

  private Fit fit(int epochs, double secondsOfUpdate) {
    FitListener time =
        new FitListener() {
          @Override
          public void updated(FitProgress progress) {
            now += (long) (secondsOfUpdate * 1e9);
          }
        };
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return Fit.epochs(epochs)
        .batchSize(8)
        .listener(time)
        .listener(new LineListener(out, () -> now));
  }

  private List<String> lines() {
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void aLineTellsWhereTheFitIs() {
    line.fit(Line.points(30), fit(2, 1).validation(Line.points(7)));
    assertThat(lines()).hasSize(3);
    String figures =
        ", loss [0-9.e-]+, [0-9.e]+/s, validation loss [0-9.]+, rootLoss [0-9.]+, count 7";
    assertThat(lines().get(0)).matches("epoch 1/2, step 4/8" + figures + ", 0:00:00 left");
    assertThat(lines().get(1)).matches("epoch 2/2, step 8/8" + figures);
    assertThat(lines().get(2)).matches("complete after 8 steps, 0:00:00, validation loss .*");
  }

  @Test
  void longEpochsHaveALineEveryTenSeconds() {
    line.fit(Line.points(30), fit(1, 6));
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0)).startsWith("epoch 1/1, step 2/4, ");
    assertThat(lines().get(1)).startsWith("epoch 1/1, step 4/4, ");
  }

  @Test
  void shortEpochsHaveALineEverySecondTheFirstAndTheLastInAnyCase() {
    line.fit(Line.points(30), fit(12, 0.0625));
    assertThat(lines())
        .extracting(text -> text.split(",")[0])
        .containsExactly(
            "epoch 1/12", "epoch 5/12", "epoch 9/12", "epoch 12/12", "complete after 48 steps");
  }

  @Test
  void tellsWhereAFitHasFailed() {
    Line.Points points = Line.points(30);
    points.y()[29] = Double.NaN;
    assertThatThrownBy(() -> line.fit(points, fit(1, 1).shuffle(false))).isNotNull();
    assertThat(lines()).containsExactly("failed in epoch 1/1, step 3/4");
  }
}
