package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.analysis.Descent;
import dev.brisk.samples.Lesson03LipschitzBound.Problem;
import dev.brisk.samples.Lesson03LipschitzBound.TenClasses;
import dev.brisk.samples.Lesson03LipschitzBound.Way;
import dev.brisk.samples.digits.DigitImages;
import org.junit.jupiter.api.Test;

class Lesson03LipschitzBoundTest {
  private static final DigitImages IMAGES = DigitImages.load();
  private static final Problem PROBLEM = Problem.of(IMAGES);

  @Test
  void theDataTellTheCurvatureThatIsMeasuredWhereAllWeightsAreZero() {
    double[] measured = PROBLEM.measured();

    assertThat(measured[0]).isCloseTo(PROBLEM.lipschitz(), within(1e-6));
    assertThat(measured[1]).isLessThan(PROBLEM.lipschitz() / 2);
  }

  @Test
  void theDeclaredBoundIsThatOfTheDataRoundedUp() {
    assertThat(PROBLEM.lipschitz()).isBetween(3.233, 3.234);
  }

  @Test
  void belowTheBoundEveryStepFallsAndByWhatIsCertain() {
    for (double multiple : new double[] {1, 1.8, 1.9}) {
      assertThat(PROBLEM.plain(multiple)).extracting(Way::rises, Way::broken).containsOnly(0);
      assertThat(PROBLEM.ridge(multiple)).extracting(Way::rises, Way::broken).containsOnly(0);
    }
  }

  @Test
  void beyondItTheLossRisesWhereTheCurvatureCannotFall() {
    Way beyond = PROBLEM.ridge(2.1);

    assertThat(beyond.rises()).isGreaterThan(50);
    assertThat(beyond.last()).isGreaterThan(PROBLEM.ridge(1.9).last() + 0.05);
    assertThat(beyond.broken()).isZero();
  }

  /** The other side of it: without a ridge the model flees to where its loss is flat. */
  @Test
  void withoutARidgeTheBoundIsNotNeeded() {
    assertThat(PROBLEM.plain(2.1).rises()).isZero();
    assertThat(PROBLEM.plain(2.1).last()).isLessThan(PROBLEM.plain(1).last());
    assertThat(PROBLEM.plain(4).rises()).isPositive();
  }

  @Test
  void theLossOfTenClassesBecomesFlatAndTheDeclaredRateIsBelowItsBound() {
    TenClasses ten = TenClasses.of(IMAGES);

    assertThat(ten.before().largest()).isCloseTo(ten.atZero(), within(1e-6));
    assertThat(ten.atZero()).isCloseTo(ten.possible() / 5, within(1e-9));
    assertThat(ten.after().largest()).isLessThan(ten.before().largest() / 2);
    assertThat(ten.before().judge(0.3, Descent.heavyBall(0.9)).isStable()).isTrue();
    assertThat(ten.after().judge(0.3, Descent.heavyBall(0.9)).isStable()).isTrue();
  }
}
