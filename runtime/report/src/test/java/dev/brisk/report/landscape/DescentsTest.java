package dev.brisk.report.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.analysis.Descent;
import dev.brisk.analysis.Quadratic;
import dev.brisk.analysis.Trajectory;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Chart;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page.Section;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescentsTest {
  /** The lesson's parabola. */
  private static final Slice LESSON = new Slice("w", 0, w -> (w - 3) * (w - 3), w -> 2 * (w - 3));

  private static final Quadratic CLOSED = Quadratic.of(2, 3);

  private final Descents lesson =
      Descents.on(LESSON).rates(0.01, 0.1, 0.9, 1.1).steps(20).between(-2, 8);
  private final DescentFigures figures = lesson.compute();

  private static Line line(Chart chart, String name) {
    return chart.lines().stream().filter(l -> l.name().equals(name)).findFirst().orElseThrow();
  }

  private static Trajectory closed(double rate) {
    return CLOSED.descend(Descent.plain(), rate, 20, 0);
  }

  @Test
  void curveIsTheLoss() {
    Line curve = line(lesson.points(11).compute().curve(), "loss");

    assertThat(curve.xs()).containsExactly(-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(curve.ys()).containsExactly(25, 16, 9, 4, 1, 0, 1, 4, 9, 16, 25);
    assertThat(curve.stroke()).isEqualTo(Stroke.SOLID);
    assertThat(figures.curve().x()).isEqualTo(Axis.linear("w"));
    assertThat(figures.curve().y()).isEqualTo(Axis.linear("loss"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.9})
  void pathIsTheTrajectoryOnTheCurve(double rate) {
    Line path = line(figures.curve(), "rate " + rate);

    assertThat(path.stroke()).isEqualTo(Stroke.PATH);
    assertThat(path.xs()).containsExactly(closed(rate).parameter(0), within(1e-12));
    assertThat(path.ys()).containsExactly(closed(rate).losses(), within(1e-12));
  }

  /** Errors grow by 1.2 each step, -3, 3.6, -4.32, 5.184. */
  @Test
  void pathThatDivergesEndsWhereItLeavesThePicture() {
    Line path = line(figures.curve(), "rate 1.1");

    assertThat(path.xs()).containsExactly(new double[] {0, 6.6, -1.32}, within(1e-12));
    assertThat(figures.curve().description())
        .isEqualTo(
            "The loss at the start, 0, is 9. With rate 0.01 it descends. With rate 0.1 it descends."
                + " With rate 0.9 it oscillates. With rate 1.1 it diverges, and leaves the picture"
                + " at step 3.");
  }

  @Test
  void lossesOfAllStepsAreShownOnALogarithmicAxis() {
    for (double rate : new double[] {0.01, 0.1, 0.9, 1.1}) {
      Line losses = line(figures.losses(), "rate " + rate);
      double[] expected = closed(rate).losses();
      assertThat(losses.xs()).hasSize(21).endsWith(20);
      for (int t = 0; t <= 20; t++) {
        assertThat(losses.ys()[t]).isCloseTo(expected[t], within(1e-9 * Math.max(1, expected[t])));
      }
    }
    assertThat(figures.losses().y()).isEqualTo(Axis.log("loss"));
    assertThat(figures.losses().description())
        .startsWith("After 20 steps it is 4.01 with rate 0.01, 0.0012 with rate 0.1, ");
  }

  @Test
  void startIsMarked() {
    assertThat(figures.curve().marks()).containsExactly(new Mark(0, 9, "start", "a loss of 9"));
    assertThat(lesson.from(5).compute().curve().marks())
        .containsExactly(new Mark(5, 4, "start", "a loss of 4"));
    assertThat(line(lesson.from(5).compute().curve(), "rate 0.1").xs()[1])
        .isCloseTo(5 - 0.1 * 4, within(1e-12));
  }

  @Test
  void tableSaysWhatEachRateDoes() {
    assertThat(figures.table().columns())
        .containsExactly("rate", "descent", "w in the end", "loss");
    assertThat(figures.table().rows())
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly("0.01 descends", "0.1 descends", "0.9 oscillates", "1.1 diverges");
    assertThat(figures.table().rows().get(1)).endsWith("2.97", "0.0012");
  }

  /** At a step of 1e200 the loss overflows. */
  @Test
  void courseEndsWhereTheLossIsNotFinite() {
    DescentFigures far = Descents.on(LESSON).rates(1e200).steps(5).compute();

    double[] losses = line(far.losses(), "rate 1e200").ys();
    assertThat(losses).startsWith(9, Double.POSITIVE_INFINITY);
    assertThat(Arrays.copyOfRange(losses, 2, 6)).containsOnly(Double.NaN);
    assertThat(far.table().rows().get(0)).containsExactly("1e200", "diverges", "NaN", "NaN");
  }

  @Test
  void lossesOfManyOrdersOfMagnitudeHaveALogarithmicAxis() {
    Slice steep = new Slice("w", 0, Math::exp, Math::exp);

    assertThat(Descents.on(steep).between(-1, 1).compute().curve().y().scale())
        .isEqualTo(Axis.Scale.LINEAR);
    assertThat(Descents.on(steep).between(-5, 5).compute().curve().y().scale())
        .isEqualTo(Axis.Scale.LOG);
  }

  @Test
  void pageHasBothChartsAndTheTable() {
    List<Section> sections = figures.page("Lesson").sections();

    assertThat(sections.get(0).blocks()).containsExactly(new Block.Picture(figures.curve()));
    assertThat(sections.get(1).blocks())
        .containsExactly(new Block.Picture(figures.losses()), figures.table());
    assertThat(Descents.on(LESSON).compute().page("Curve").sections()).hasSize(1);
  }

  @Test
  void hostileNamesStayAsTheyAre() {
    String name = "</script><b>\"w\" & 'x'";
    DescentFigures hostile =
        Descents.on(new Slice(name, 0, Math::cos, w -> -Math.sin(w))).rates(0.1).compute();

    assertThat(hostile.curve().x().name()).isEqualTo(name);
    assertThat(hostile.curve().title()).isEqualTo("Loss along " + name);
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    Descents any = Descents.on(LESSON);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> any.rates(0.1, -1))
        .withMessage("a rate is -1.0, expected a finite one above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> any.rates(0.1, 0.10001))
        .withMessageStartingWith("a second rate is 0.10001, expected another");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> any.between(1, 1))
        .withMessage("to is 1.0, expected finite and above 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> any.steps(0))
        .withMessage("steps is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> any.points(1))
        .withMessage("points is 1, expected at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> any.from(Double.NaN))
        .withMessage("from is NaN, expected a finite number");
  }
}
