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

/** What the bar shows when it is drawn for the last time, which does not depend on the clock. */
class BarListenerTest {
  private static final int WIDTH = 140;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Line line = new Line(7, RunPlan.OPEN);
  private final FitListener bar =
      new BarListener(new PrintStream(bytes, true, StandardCharsets.UTF_8), WIDTH);
  private final Fit fit = Fit.epochs(2).batchSize(8).listener(bar);

  private String drawnLast() {
    String all = bytes.toString(StandardCharsets.UTF_8);
    assertThat(all).endsWith("\n");
    List<String> drawings = List.of(all.stripTrailing().split("\r"));
    assertThat(drawings).allSatisfy(text -> assertThat(text).hasSizeLessThan(WIDTH));
    return drawings.get(drawings.size() - 1);
  }

  @Test
  void isFullAtTheEnd() {
    line.fit(Line.points(30), fit.validation(Line.points(7)));
    assertThat(drawnLast())
        .startsWith(" 100% [==")
        .matches(".*\\] 8/8 \\(0:00:0. / 0:00:00\\) +epoch 2/2, loss .*/s, validation loss .*");
  }

  @Test
  void leavesOutTheValidationOnANarrowTerminal() {
    var narrow = new BarListener(new PrintStream(bytes, true, StandardCharsets.UTF_8), 80);
    Fit validated = Fit.epochs(2).batchSize(8).validation(Line.points(7));
    line.fit(Line.points(30), validated.listener(narrow));
    assertThat(drawnLast()).matches(" *100% \\[=+\\] 8/8 .* epoch 2/2, loss [^,]+, [^,]+/s");
  }

  @Test
  void countsTheUpdatesOfThisFit() {
    line.fit(Line.points(30), Fit.epochs(3).batchSize(8));
    line.fit(Line.points(30), fit);
    assertThat(drawnLast()).startsWith(" 100% [==").contains("] 8/8 (", "epoch 5/5");
  }

  @Test
  void staysWhereAFitHasFailed() {
    Line.Points points = Line.points(30);
    points.y()[29] = Double.NaN;
    assertThatThrownBy(() -> line.fit(points, fit.shuffle(false))).isNotNull();
    assertThat(drawnLast()).startsWith("  37% [==").contains("] 3/8 (");
  }

  @Test
  void anInterruptOfTheThreadStays() {
    FitListener interrupting =
        new FitListener() {
          @Override
          public void updated(FitProgress progress) {
            Thread.currentThread().interrupt();
          }
        };
    line.fit(Line.points(30), fit.listener(interrupting));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(drawnLast()).contains("] 1/8 (");
  }
}
