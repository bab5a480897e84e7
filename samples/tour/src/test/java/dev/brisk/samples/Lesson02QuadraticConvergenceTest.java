package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.samples.Lesson02QuadraticConvergence.Conditioned;
import dev.brisk.samples.Lesson02QuadraticConvergence.Speed;
import org.junit.jupiter.api.Test;

class Lesson02QuadraticConvergenceTest {
  @Test
  void theTrainerShrinksTheErrorByTheFactorAndArrivesWhenTheLogarithmSays() {
    for (double rate : Lesson02QuadraticConvergence.RATES) {
      Speed speed = Lesson02QuadraticConvergence.speed(rate);

      assertThat(speed.factor()).isCloseTo(Math.abs(1 - 2 * rate), within(1e-12));
      assertThat(speed.measured()).isCloseTo(speed.factor(), within(1e-12));
      assertThat(speed.counted()).as("steps with %s", rate).isEqualTo(speed.predicted());
    }
  }

  @Test
  void oneOverTheCurvatureIsThereAfterOneStep() {
    assertThat(Lesson02QuadraticConvergence.PARABOLA.bestRate()).isEqualTo(0.5);
    assertThat(Lesson01UpdateRule.descend(0.5, 1).weights()[1]).isEqualTo(3);
  }

  @Test
  void stepsGrowWithTheConditionNumberAndWithItsRootUnderMomentum() {
    for (double condition : Lesson02QuadraticConvergence.CONDITIONS) {
      Conditioned each = Lesson02QuadraticConvergence.conditioned(condition);

      assertThat(each.rate()).isEqualTo(2 / (1 + condition));
      assertThat(each.factor()).isEqualTo((condition - 1) / (condition + 1));
      assertThat(each.counted()).isEqualTo(each.predicted());
    }
    Conditioned good = Lesson02QuadraticConvergence.conditioned(10);
    Conditioned bad = Lesson02QuadraticConvergence.conditioned(1000);
    assertThat((double) bad.counted() / good.counted()).isCloseTo(100, within(1.0));
    assertThat((double) bad.withMomentum() / good.withMomentum()).isBetween(9.0, 13.0);
  }
}
