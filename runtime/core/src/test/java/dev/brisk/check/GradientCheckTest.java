package dev.brisk.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.check.Curve.Mistake;
import dev.brisk.check.Curve.Points;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gradient of a trainer against its loss. */
class GradientCheckTest {
  private static final Points POINTS =
      new Points(new double[] {0.5, -1.5, 2}, new double[] {1, 0.25, -0.5});
  private static final Offset<Double> CLOSE = Offset.offset(1e-6);

  @Test
  void rightGradientPasses() {
    GradientReport report = GradientCheck.of(new Curve(Mistake.NONE), POINTS);

    assertThat(report.with(Verdict.RIGHT)).hasSize(4);
    assertThat(report.isRight()).isTrue();
    report.assertRight();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "FACTOR; weights[1]; a factor of 0.5000000",
        "SIGN; weights[0]; a factor of -1.000000",
        "MISSING_TERM; weights[1]; relative error",
        "SET_INSTEAD_OF_ADDED; weights[1]; relative error",
        "RETURNED_LOSS; the loss that gradient returns; a factor of 0.5000000"
      })
  void mistakeIsNamedWhereItIs(Mistake mistake, String name, String text) {
    GradientReport report = GradientCheck.of(new Curve(mistake), POINTS);

    assertThat(report.with(Verdict.WRONG)).extracting(Comparison::name).containsExactly(name);
    assertThat(report.worst().name()).isEqualTo(name);
    assertThat(report.isRight()).isFalse();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(report::assertRight)
        .withMessageStartingWith("1 of 4 comparisons are wrong, 0 doubtful")
        .withMessageContaining("\n  " + name + " is ")
        .withMessageContaining(text);
  }

  @Test
  void sumThatIsSetIsFoundWithOneExampleToo() {
    GradientReport report =
        GradientCheck.of(new Curve(Mistake.SET_INSTEAD_OF_ADDED), POINTS.range(1, 2));

    assertThat(report.worst().name()).isEqualTo("weights[1]");
    assertThat(report.worst().given()).isEqualTo(report.worst().expected() / 2, CLOSE);
  }

  @Test
  void bothValuesAreToldOfTheWorst() {
    Comparison worst = GradientCheck.of(new Curve(Mistake.SIGN), POINTS).worst();

    assertThat(worst.given()).isEqualTo(-worst.expected(), CLOSE);
    assertThat(worst.error()).isEqualTo(2, CLOSE);
  }

  @Test
  void parametersAreRestoredToTheLastBit() {
    Curve curve = new Curve(Mistake.FACTOR);
    double[] before = curve.parameters.clone();

    GradientCheck.of(curve, POINTS);

    assertThat(curve.parameters).isEqualTo(before);
  }

  @Test
  void parametersAreRestoredWhereTheModelFails() {
    Curve curve = new Curve(Mistake.NONE);
    double[] before = curve.parameters.clone();
    curve.failsAfter = 20;

    assertThatThrownBy(() -> GradientCheck.of(curve, POINTS)).hasMessage("enough");
    assertThat(curve.parameters).isEqualTo(before);
  }

  @Test
  void nothingIsRightWhereTheLossIsNotFinite() {
    Points nowhere = new Points(new double[] {Double.NaN}, new double[] {0});
    GradientReport report = GradientCheck.of(new Curve(Mistake.NONE), nowhere);

    assertThat(report.with(Verdict.DOUBTFUL)).hasSize(3);
    assertThatThrownBy(report::assertRight).isInstanceOf(AssertionError.class);
  }
}
