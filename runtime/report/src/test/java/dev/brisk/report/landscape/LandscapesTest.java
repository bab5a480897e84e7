package dev.brisk.report.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.analysis.Descent;
import dev.brisk.analysis.Quadratic;
import dev.brisk.analysis.Trajectory;
import dev.brisk.report.DescentTrainer;
import dev.brisk.report.Factors;
import dev.brisk.report.SinglePrecisionTrainer;
import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Landscape;
import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Line.Stroke;
import dev.brisk.report.chart.Mark;
import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapesTest {
  private static final double[][] MATRIX = {{4, 1, 0}, {1, 3, -1}, {0, -1, 2}};
  private static final double[][] IDENTITY = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  private static final Quadratic QUADRATIC = Quadratic.of(MATRIX, 1, -1, 0.5);
  private static final List<ParameterLayout> LAYOUT =
      List.of(
          new ParameterLayout("weights", 0, List.of(2)), new ParameterLayout("bias", 2, List.of()));
  private static final Factors ONES = Factors.ones(6);

  private final DescentTrainer trainer = new DescentTrainer(QUADRATIC, 0.1, LAYOUT, 2, 3, -1);
  private final Landscapes<Factors> landscapes = Landscapes.on(trainer, ONES);

  private static void assertGrid(Landscape landscape, ToDoubleBiFunction<Double, Double> expected) {
    double[] xs = landscape.grid().xs();
    double[] ys = landscape.grid().ys();
    for (int row = 0; row < ys.length; row++) {
      for (int column = 0; column < xs.length; column++) {
        assertThat(landscape.grid().values()[row][column])
            .isCloseTo(expected.applyAsDouble(xs[column], ys[row]), within(1e-10));
      }
    }
  }

  @Test
  void overTwoParametersItIsTheClosedForm() {
    Landscape landscape =
        landscapes.parameters("bias", 0, "weights", 1).size(7).extent(3).compute();

    assertThat(landscape.x()).isEqualTo(Axis.linear("bias"));
    assertThat(landscape.y()).isEqualTo(Axis.linear("weights[1]"));
    assertThat(landscape.grid().xs()).containsExactly(-4, -3, -2, -1, 0, 1, 2);
    assertThat(landscape.grid().ys()).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertGrid(landscape, (bias, weight) -> QUADRATIC.loss(2, weight, bias));
  }

  @Test
  void inRandomDirectionsItIsTheClosedForm() {
    Landscape landscape = landscapes.randomDirections(3).size(5).compute();
    double[] x = direction(3, 0);
    double[] y = direction(3, 1);

    assertThat(landscape.grid().xs()).containsExactly(-1, -0.5, 0, 0.5, 1);
    assertGrid(
        landscape,
        (a, b) -> QUADRATIC.loss(Vectors.plus(Vectors.plus(trainer.parameters(), a, x), b, y)));
  }

  /** The direction that a landscape takes, told from the parameters that it looks at. */
  private double[] direction(long seed, int axis) {
    Quadratic sphere = Quadratic.of(IDENTITY, 0, 0, 0);
    double[] direction = new double[3];
    for (int i = 0; i < 3; i++) {
      // v^2 / 2 - (v - e)^2 / 2 is v_i - 1/2, with v = w + d.
      double[] centre = new double[3];
      centre[i] = 1;
      direction[i] = at(sphere, seed, axis) - at(Quadratic.of(IDENTITY, centre), seed, axis);
      direction[i] -= trainer.parameters()[i] - 0.5;
    }
    return direction;
  }

  private double at(Quadratic loss, long seed, int axis) {
    DescentTrainer other = new DescentTrainer(loss, 0.1, LAYOUT, trainer.parameters());
    double[][] losses =
        Landscapes.on(other, ONES).randomDirections(seed).size(3).compute().grid().values();
    return axis == 0 ? losses[1][2] : losses[2][1];
  }

  @Test
  void randomDirectionsDependOnTheSeed() {
    Landscape one = landscapes.randomDirections(1).size(3).compute();

    assertThat(landscapes.randomDirections(1).size(3).compute()).isEqualTo(one);
    assertThat(landscapes.randomDirections(2).size(3).compute()).isNotEqualTo(one);
  }

  @Test
  void directionsAtNoRightAngleAreToldSo() {
    String few = landscapes.randomDirections(1).size(2).compute().description();
    String axes = landscapes.parameters("weights", 0, "bias", 0).size(2).compute().description();

    double cosine =
        Vectors.dot(direction(1, 0), direction(1, 1))
            / (Vectors.length(direction(1, 0)) * Vectors.length(direction(1, 1)));
    assertThat(few)
        .endsWith(
            " The directions are not at a right angle: its cosine is "
                + Digits.of(cosine, 2)
                + ".");
    assertThat(axes).doesNotContain("right angle");
  }

  @Test
  void onlyTheParametersThatAreAskedForAreMoved() {
    Slice slice = landscapes.only("bias").randomDirection(1);

    // The direction is as long as the bias, so either 1 or -1.
    double down = QUADRATIC.loss(2, 3, -2);
    double up = QUADRATIC.loss(2, 3, 0);
    assertThat(slice.loss().applyAsDouble(1)).isIn(down, up);
    assertThat(slice.loss().applyAsDouble(-1)).isIn(down, up);
  }

  @Test
  void alongAParameterItIsTheClosedForm() {
    Slice slice = landscapes.parameter("weights", 1);

    assertThat(slice.name()).isEqualTo("weights[1]");
    assertThat(slice.start()).isEqualTo(3);
    for (double place : new double[] {-4, 0, 3, 17}) {
      assertThat(slice.loss().applyAsDouble(place)).isEqualTo(QUADRATIC.loss(2, place, -1));
      assertThat(slice.slope().applyAsDouble(place))
          .isCloseTo(QUADRATIC.gradient(2, place, -1)[1], within(1e-12));
    }
  }

  /** In units of length, a parabola of the curvature {@code d'Ad / d'd}. */
  @Test
  void descentAlongADirectionIsThatOfItsParabola() {
    double[] direction = {1, -2, 2};
    double squared = 9;
    double curvature = 0;
    double slope = 0;
    for (int i = 0; i < 3; i++) {
      curvature += direction[i] * Vectors.dot(MATRIX[i], direction) / squared;
      slope += direction[i] * QUADRATIC.gradient(2, 3, -1)[i] / 3;
    }
    Quadratic parabola = Quadratic.of(curvature, -slope / curvature);
    double[] expected = parabola.descend(Descent.plain(), 0.1, 15, 0).parameter(0);

    DescentFigures figures =
        Descents.on(landscapes.direction("d", direction))
            .rates(0.1)
            .steps(15)
            .between(-9, 9)
            .compute();

    Line path = figures.curve().lines().get(1);
    for (int t = 0; t <= 15; t++) {
      assertThat(3 * path.xs()[t]).isCloseTo(expected[t], within(1e-12));
    }
  }

  @Test
  void gradientsOfManyExamplesAreTheirMean() {
    double[] factors = new double[700];
    Arrays.setAll(factors, i -> i % 7);
    Slice slice = Landscapes.on(trainer, new Factors(factors)).parameter("bias", 0);

    assertThat(slice.slope().applyAsDouble(-1))
        .isCloseTo(3 * QUADRATIC.gradient(2, 3, -1)[2], within(1e-10));
  }

  @Test
  void pathIsTheTrajectoryOfTheClosedForm() {
    Quadratic plane = Quadratic.of(new double[][] {{3, 1}, {1, 2}}, 1, -1);
    DescentTrainer descent = new DescentTrainer(plane, 0.1, 4, 5);
    PathRecorder recorder = PathRecorder.on(descent);
    descent.fit(ONES, Fit.steps(20).batchSize(2).listener(recorder));

    Landscape landscape =
        Landscapes.on(descent, ONES).parameters("w", 0, "w", 1).path(recorder.path()).compute();

    Trajectory closed = plane.descend(Descent.plain(), 0.1, 20, 4, 5);
    Line path = landscape.lines().get(0);
    assertThat(path.stroke()).isEqualTo(Stroke.PATH);
    assertThat(path.xs()).containsExactly(closed.parameter(0), within(1e-10));
    assertThat(path.ys()).containsExactly(closed.parameter(1), within(1e-10));
    assertThat(landscape.description())
        .contains("The path goes from step 0 to step 20; the plane holds 100 % of");
    assertThat(landscape.marks()).extracting(Mark::name).containsExactly("start", "end");
    assertThat(landscape.marks().get(0)).isEqualTo(new Mark(4, 5, "start", "step 0"));
    assertThat(landscape.marks().get(1).text())
        .startsWith("step 20, the parameters as they are, with a loss of ");
  }

  @Test
  void pictureIsLargeEnoughForThePath() {
    ParameterPath path = ParameterPath.of(QUADRATIC.descend(Descent.plain(), 0.1, 5, 30, 3, -1));

    Landscape landscape =
        landscapes.parameters("weights", 0, "weights", 1).path(path).size(3).compute();

    assertThat(landscape.grid().xs()[2]).isGreaterThan(30);
    assertThat(landscape.grid().xs()[0]).isLessThan(1);
    assertThat(landscape.marks()).extracting(Mark::name).containsExactly("start", "end", "here");
  }

  @Test
  void directionsOfThePathHoldIt() {
    DescentTrainer descent = new DescentTrainer(QUADRATIC, 0.1, LAYOUT, 9, -7, 4);
    PathRecorder recorder = PathRecorder.on(descent);
    descent.fit(ONES, Fit.steps(30).batchSize(2).listener(recorder));

    Landscape landscape =
        Landscapes.on(descent, ONES).directionsOf(recorder.path()).size(5).compute();

    double[] here = descent.parameters();
    ParameterPath path = recorder.path();
    Line line = landscape.lines().get(0);
    double all = 0;
    double left = 0;
    for (int i = 0; i < path.size(); i++) {
      double length = Vectors.length(Vectors.minus(path.point(i), here));
      all += length * length;
      left += line.xs()[i] * line.xs()[i] + line.ys()[i] * line.ys()[i];
    }
    assertThat(left / all).isBetween(0.97, 1.0);
    assertThat(landscape.x().name()).startsWith("first direction of the path, ");
    assertThat(landscape.grid().values()[0][0]).isGreaterThan(QUADRATIC.loss(here));
  }

  @Test
  void looksAtASampleOfTheExamples() {
    double[] factors = new double[100];
    Arrays.setAll(factors, i -> i);
    Landscapes<Factors> all = Landscapes.on(trainer, new Factors(factors));

    double first = all.sample(10, 1).parameter("bias", 0).loss().applyAsDouble(0);
    assertThat(trainer.lastSize).isEqualTo(10);
    assertThat(all.sample(10, 1).parameter("bias", 0).loss().applyAsDouble(0)).isEqualTo(first);
    assertThat(all.sample(10, 2).parameter("bias", 0).loss().applyAsDouble(0)).isNotEqualTo(first);
    assertThat(all.sample(1000, 2).parameter("bias", 0).loss().applyAsDouble(0))
        .isEqualTo(all.parameter("bias", 0).loss().applyAsDouble(0));
  }

  @Test
  void isAroundTheParametersThatThereWere() {
    Plane plane = landscapes.parameters("weights", 0, "bias", 0).size(3);
    Landscape before = plane.compute();
    trainer.setParameters(new double[] {7, 8, 9});

    assertThat(plane.compute()).isEqualTo(before);
    assertThat(trainer.parameters()).containsExactly(7, 8, 9);
  }

  /** Negative zero, and a NaN that is not the usual one. */
  @Test
  void parametersAreAsBeforeToTheLastBit() {
    long odd = 0x7ff8000000000123L;
    double[] strange = {-0.0, Double.longBitsToDouble(odd), 0.1};
    trainer.setParameters(strange);
    Landscapes.on(trainer, ONES).parameters("weights", 0, "bias", 0).size(3).compute();

    assertThat(Arrays.stream(trainer.parameters()).mapToLong(Double::doubleToRawLongBits))
        .containsExactly(0x8000000000000000L, odd, Double.doubleToRawLongBits(0.1));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9})
  void parametersAreAsBeforeWhereALossThrows(int losses) {
    trainer.failsAfter = losses;

    assertThatIllegalStateException()
        .isThrownBy(() -> landscapes.randomDirections(1).size(3).compute())
        .withMessage("enough");
    assertThat(trainer.parameters()).containsExactly(2, 3, -1);
  }

  @Test
  void parametersAreAsBeforeWhereAGradientThrows() {
    Slice slice = landscapes.parameter("bias", 0);
    trainer.failsAfter = 0;

    assertThatIllegalStateException().isThrownBy(() -> slice.slope().applyAsDouble(5));
    assertThat(trainer.parameters()).containsExactly(2, 3, -1);
  }

  @Test
  void seesModelsInSinglePrecision() {
    Quadratic plane = Quadratic.of(new double[][] {{3, 1}, {1, 2}}, 1, -1);
    SinglePrecisionTrainer single = new SinglePrecisionTrainer(plane, 0.1, 0.1f, -0f);
    Landscapes<Factors> around = Landscapes.on(single, ONES);

    Landscape landscape = around.parameters("w", 0, "w", 1).size(3).compute();
    double slope = around.parameter("w", 0).slope().applyAsDouble(4);

    assertThat(landscape.grid().values()[0][0]).isEqualTo(plane.loss((float) (0.1f - 1.0), -1));
    assertThat(slope).isCloseTo(plane.gradient(4, 0)[0], within(1e-6));
    float[] after = new float[2];
    single.parameters(after);
    assertThat(Float.floatToRawIntBits(after[0])).isEqualTo(Float.floatToRawIntBits(0.1f));
    assertThat(Float.floatToRawIntBits(after[1])).isEqualTo(Float.floatToRawIntBits(-0f));
  }

  @Test
  void functionsOfTwoNumbersHaveLandscapesToo() {
    Quadratic valley = Quadratic.of(new double[][] {{20, 0}, {0, 1}}, 0, 0);
    ParameterPath path = ParameterPath.of(valley.descend(Descent.plain(), 0.09, 10, 1, 5));

    Landscape landscape = Plane.of("a", "b", valley::loss, 0, 0).path(path).size(9).compute();

    assertGrid(landscape, valley::loss);
    assertThat(landscape.title()).isEqualTo("Loss over a and b");
    assertThat(landscape.lines().get(0).xs()[1]).isCloseTo(-0.8, within(1e-12));
    assertThat(landscape.description())
        .startsWith("The loss of the parameters as they are is 0. In the picture it goes from ");
  }

  @Test
  void hostileNamesStayAsTheyAre() {
    Landscape hostile = Plane.of("</script>", "\"<b>", (a, b) -> a * b, 0, 0).size(3).compute();

    assertThat(hostile.x().name()).isEqualTo("</script>");
    assertThat(hostile.y().name()).isEqualTo("\"<b>");
    assertThat(hostile.title()).isEqualTo("Loss over </script> and \"<b>");
  }

  @Test
  void heightsOfManyOrdersOfMagnitudeAreLogarithmic() {
    Plane steep = Plane.of("a", "b", (a, b) -> Math.exp(a + b), 0, 0);

    assertThat(steep.extent(1).compute().height()).isEqualTo(Axis.linear("loss"));
    assertThat(steep.extent(5).compute().height()).isEqualTo(Axis.log("loss"));
    assertThat(Plane.of("a", "b", (a, b) -> Math.sinh(a), 0, 0).extent(9).compute().height())
        .isEqualTo(Axis.linear("loss"));
  }

  @Test
  void lossesThatAreNotFiniteAreCounted() {
    Landscape edge = Plane.of("a", "b", (a, b) -> Math.log(a), 1, 0).extent(1).size(3).compute();

    assertThat(edge.grid().values()[0][0]).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(edge.description()).contains("It is not finite at 3 of the points.");
    Landscape nowhere = Plane.of("a", "b", (a, b) -> Double.NaN, 1, 0).size(3).compute();
    assertThat(nowhere.description())
        .isEqualTo(
            "The loss of the parameters as they are is NaN. It is not finite at 9 of the points.");
  }

  @Test
  void pathThatIsNotFiniteHasGaps() {
    Quadratic flat = Quadratic.of(new double[][] {{1, 0}, {0, 1}}, 0, 0);
    ParameterPath diverging = ParameterPath.of(flat.descend(Descent.plain(), 1e200, 4, 1, 2));

    Landscape landscape = Plane.of("a", "b", flat::loss, 0, 0).path(diverging).size(3).compute();

    assertThat(landscape.lines().get(0).ys()[4]).isNaN();
    assertThat(Double.isFinite(landscape.grid().xs()[0])).isTrue();
  }

  @Test
  void pageShowsTheFiguresInOrder() {
    Landscape random = landscapes.randomDirections(1).size(3).compute();
    Landscape plane = landscapes.parameters("weights", 0, "bias", 0).size(3).compute();

    Page page = LandscapePage.of("Losses", "After training", random, plane);

    assertThat(page.title()).isEqualTo("Losses");
    assertThat(page.sections())
        .containsExactly(
            new Section(
                "After training", List.of(new Block.Picture(random), new Block.Picture(plane))));
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void refusesWhatThereIsNot() {
    assertRefused(
        () -> landscapes.parameter("wieghts", 0),
        "a parameter is wieghts, expected one of [weights, bias]");
    assertRefused(
        () -> landscapes.only("weights", "b"), "a parameter is b, expected one of [weights, bias]");
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> landscapes.parameters("weights", 0, "weights", 2))
        .withMessage("index is 2, expected one of 2 in weights");
    assertRefused(
        () -> landscapes.parameters("bias", 0, "bias", 0),
        "the angle of the directions bias and bias is 0, expected two directions that span a plane");
    assertRefused(
        () -> landscapes.direction("d", 1, 2), "the length of direction is 2, expected 3");
    assertRefused(
        () -> landscapes.direction("d", 0, 0, 0),
        "the size of direction is 0.0, expected finite, above 0");
    assertRefused(() -> landscapes.sample(0, 1), "count is 0, expected at least 1");
    assertRefused(() -> landscapes.randomDirections(1).size(1), "size is 1, expected at least 2");
    assertRefused(
        () -> landscapes.randomDirections(1).extent(0),
        "extent is 0.0, expected finite and above 0");
    ParameterPath other = ParameterPath.of(Quadratic.of(1, 0).descend(Descent.plain(), 0.1, 1, 1));
    assertRefused(
        () -> landscapes.randomDirections(1).path(other),
        "the number of parameters of the path is 1, expected 3");
  }

  @Test
  void refusesRandomDirectionsAroundZeros() {
    trainer.setParameters(new double[3]);

    assertRefused(
        () -> Landscapes.on(trainer, ONES).randomDirections(1),
        "the length of the parameters is 0, expected more, as random directions are as long as they"
            + " are");
  }
}
