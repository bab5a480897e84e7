package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.runtime.RunPlan;
import dev.brisk.tune.Bowl.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateFinderTest {
  private final Targets targets = Bowl.targets(40, 0);
  private final Bowl bowl = new Bowl(3);
  private final LearningRateFinder<Targets> finder = LearningRateFinder.on(bowl);

  @Test
  void triesAHundredRatesFromSmallToLargeInTheSameRatio() {
    double[] rates = LearningRateFinder.on(new Bowl(30)).run(targets).rates();

    // It diverges before the last one.
    assertThat(rates.length).isBetween(90, 100);
    assertThat(rates[0]).isEqualTo(1e-7);
    for (int i = 1; i < rates.length; i++) {
      assertThat(rates[i] / rates[i - 1]).isCloseTo(Math.pow(1e7, 1.0 / 99), within(1e-12));
    }
  }

  @Test
  void triesRatesInEqualDistancesIfAsked() {
    assertThat(finder.range(0.1, 0.5).steps(5).linear().run(targets).rates())
        .containsExactly(new double[] {0.1, 0.2, 0.3, 0.4, 0.5}, within(1e-15));
    assertThat(finder.range(0.01, 1).steps(3).linear().exponential().run(targets).rates())
        .containsExactly(new double[] {0.01, 0.1, 1}, within(1e-15));
  }

  @Test
  void trainsWithTheRatesThatItTells() {
    FinderResult found = finder.range(1e-3, 0.1).steps(20).run(targets);

    assertThat(bowl.used.subList(0, 20)).containsOnly(0.0);
    assertThat(bowl.used.subList(20, 40))
        .containsExactly(Arrays.stream(found.rates()).boxed().toArray(Double[]::new));
    double p = 1;
    for (int i = 0; i < 20; i++) {
      assertThat(found.losses()[i]).isCloseTo(1.5 * p * p, within(1e-12));
      p -= found.rates()[i] * 3 * p;
    }
  }

  @Test
  void endsAtFourTimesTheFirstLoss() {
    FinderResult found = finder.range(0.01, 100).run(targets);

    double[] losses = found.losses();
    assertThat(losses).hasSizeLessThan(100);
    assertThat(losses[losses.length - 1]).isGreaterThan(4 * losses[0]);
    for (int i = 0; i < losses.length - 1; i++) {
      assertThat(losses[i]).isLessThanOrEqualTo(4 * losses[0]);
    }
  }

  @Test
  void endsAtAMultipleOfTheBestLossIfAsked() {
    Bowl shallow = new Bowl(3, 0.5, 0, RunPlan.OPEN);
    LearningRateFinder<Targets> over = LearningRateFinder.on(shallow).range(0.01, 100);

    int first = over.stopAt(StopRule.FIRST, 1.5).run(targets).rates().length;
    int best = over.stopAt(StopRule.BEST, 1.5).run(targets).rates().length;
    assertThat(best).isLessThan(first);
  }

  @Test
  void endsBeforeALossThatIsNotFinite() {
    FinderResult found =
        finder.range(1e5, 1e300).steps(30).stopAt(StopRule.FIRST, 1e300).run(targets);

    assertThat(found.losses()).hasSizeLessThan(30);
    assertThat(found.losses()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
  }

  @Test
  void suggestsARateBelowWhereDescentDiverges() {
    FinderResult found = finder.run(targets);

    assertThat(found.refusal()).isEmpty();
    assertThat(found.suggestion().getAsDouble()).isBetween(0.01, 2.0 / 3);
    assertThat(found.suggestions()).containsOnlyKeys(Suggestion.values());
    // On logarithmic axes a loss of almost 0 falls steepest of all.
    assertThat(found.suggestions())
        .allSatisfy(
            (rule, rate) -> {
              assertThat(rate).isLessThan(rule == Suggestion.STEEPEST_LOG_LOG ? 1 : 2.0 / 3);
            });
  }

  @ParameterizedTest
  @EnumSource
  void suggestsByTheRuleThatIsAskedFor(Suggestion rule) {
    FinderResult found = finder.rule(rule).run(targets);

    assertThat(found.suggestion()).hasValue(found.suggestions().get(rule));
    assertThat(found.verdict()).contains("by " + rule + ";");
  }

  @Test
  void tellsTheLineToPaste() {
    FinderResult found = finder.range(1e-5, 10).run(targets);

    assertThat(found.annotation())
        .matches("@Optimizer\\(value = SGD, learningRate = 0\\.\\d{1,3}\\)");
    assertThat(found.toString()).isEqualTo(found.annotation() + "\n" + found.verdict());
  }

  @Test
  void goesOnWhereTheLossStillFallsAtTheLastRate() {
    Bowl flat = new Bowl(0.01);

    assertThat(LearningRateFinder.on(flat).run(targets).suggestion().getAsDouble())
        .isBetween(5.0, 200.0);
    FinderResult asked = LearningRateFinder.on(flat).range(1e-3, 50).run(targets);
    assertThat(asked.refusal()).contains(Refusal.MINIMUM_AT_EDGE);
    assertThat(asked.verdict())
        .isEqualTo(
            "no suggestion: minimum at the edge, the loss is still falling at the largest rate, 50."
                + " Take a range that goes further");
  }

  @Test
  void refusesAFlatCurve() {
    FinderResult found = LearningRateFinder.on(new Bowl(0, 2, 0, RunPlan.OPEN)).run(targets);

    assertThat(found.refusal()).contains(Refusal.FLAT_CURVE);
    assertThat(found.suggestion()).isEmpty();
    assertThat(found.suggestions()).isEmpty();
    assertThat(found.annotation()).isEmpty();
    assertThat(found.toString()).isEqualTo(found.verdict());
    assertThat(found.verdict())
        .isEqualTo(
            "no suggestion: flat curve, the loss stays at 2 from a rate of 1e-7 to 1. Take larger"
                + " rates, or look whether the loss depends on the parameters");
  }

  @Test
  void refusesWhatDoesNotDescend() {
    Bowl trained = new Bowl(3, 0.1, 0, RunPlan.OPEN);
    trained.p = 0.04;
    // The targets lie on both sides of it; large rates throw it from one to the other.
    Targets around = new Targets(-1, 1, -1, 1, -1, 1, -1, 1);
    FinderResult found = LearningRateFinder.on(trained).batchSize(1).run(around);

    assertThat(found.refusal()).contains(Refusal.NO_DESCENT);
    assertThat(found.verdict())
        .matches(
            "no suggestion: no descent, the loss goes from 1\\.6 to \\S+ at the lowest, and a fall by"
                + " 15 % is needed \\(leastFall\\)\\. .+");
  }

  @Test
  void refusesTooFewPoints() {
    assertThat(finder.range(0.01, 0.2).steps(9).run(targets).verdict())
        .isEqualTo(
            "no suggestion: too few points, 9 steps, and at least 10 are needed. Take more steps");
  }

  @Test
  void refusesWhatDivergesAtOnce() {
    FinderResult found = finder.range(10, 100).run(targets);

    assertThat(found.refusal()).contains(Refusal.DIVERGED_AT_ONCE);
    assertThat(found.verdict()).contains("after 2 steps, at a rate of 10.2.");
    assertThat(LearningRateFinder.on(bowl).run(Bowl.targets(4, Double.NaN)).verdict())
        .startsWith("no suggestion: diverged at once, after 0 steps. Begin with");
  }

  @Test
  void refusesARuleThatDoesNotApply() {
    FinderResult found =
        LearningRateFinder.on(new Bowl(3, -2, 0, RunPlan.OPEN))
            .rule(Suggestion.STEEPEST_LOG_LOG)
            .run(targets);

    assertThat(found.refusal()).contains(Refusal.RULE_NOT_APPLICABLE);
    assertThat(found.verdict()).contains("STEEPEST_LOG_LOG finds nothing in losses down to -2");
  }

  @Test
  void aHardBatchIsNoDivergence() {
    // One example in forty costs a hundred times as much as the others.
    double[] x = new double[40];
    x[17] = 11;
    FinderResult found = finder.batchSize(1).run(new Targets(x));

    assertThat(found.rates()[found.rates().length - 1]).isGreaterThan(0.1);
  }

  @Test
  void batchesHaveTheSizeThatIsAskedForOrDeclared() {
    Bowl declared = new Bowl(3, 0, 0, new RunPlan(1, 8, 40, 2));
    Targets apart = new Targets(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    double[] one = LearningRateFinder.on(declared).run(apart).losses();
    double[] two = LearningRateFinder.on(declared).batchSize(16).run(apart).losses();
    double[] three = LearningRateFinder.on(declared).batchSize(3).run(apart).losses();

    assertThat(one).isEqualTo(two).isNotEqualTo(three);
  }

  @Test
  void seedsVaryTheOrderAlone() {
    Targets apart = new Targets(-3, -2, -1, 0, 1, 2, 3, 4);
    LearningRateFinder<Targets> single = finder.batchSize(2);
    double[] one = single.seeds(1).run(apart).losses();
    double[] two = single.seeds(2).run(apart).losses();

    assertThat(single.seeds(1).run(apart).losses()).isEqualTo(one).isNotEqualTo(two);
    double[] both = single.seeds(1, 2).run(apart).losses();
    assertThat(both[0]).isCloseTo((one[0] + two[0]) / 2, within(1e-12));
  }

  @Test
  void aFactoryMakesATrainerForEachSeed() {
    List<Long> made = new ArrayList<>();
    FinderResult found =
        LearningRateFinder.<Targets>on(
                seed -> {
                  made.add(seed);
                  Bowl each = new Bowl(3);
                  each.p = 1 + seed;
                  return each;
                })
            .seeds(0, 1, 2)
            .range(1e-4, 10)
            .run(targets);

    assertThat(made).containsExactly(0L, 1L, 2L);
    assertThat(found.losses()[0]).isCloseTo(1.5 * (1 + 4 + 9) / 3, within(1e-12));
    assertThat(found.verdict()).contains("seeds agree on ");
  }

  @Test
  void looksAtHeldOutExamplesAfterAnUpdate() {
    FinderResult found =
        finder.range(0.01, 0.1).steps(10).validation(Bowl.targets(2, 5)).run(targets);

    assertThat(found.losses()[0]).isCloseTo(1.5 * Math.pow(5 - (1 - 0.03), 2), within(1e-12));
  }

  static Stream<Arguments> options() {
    LearningRateFinder<Targets> any = LearningRateFinder.on(new Bowl(1));
    return Stream.of(
        Arguments.of(
            (ThrowingCallable) () -> any.range(0, 1),
            "lowest is 0.0, expected a finite value above 0"),
        Arguments.of(
            (ThrowingCallable) () -> any.range(Double.NaN, 1),
            "lowest is NaN, expected a finite value above 0"),
        Arguments.of(
            (ThrowingCallable) () -> any.range(1, 1),
            "highest is 1.0, expected a finite value above lowest, 1.0"),
        Arguments.of(
            (ThrowingCallable) () -> any.range(1, Double.POSITIVE_INFINITY),
            "highest is Infinity, expected a finite value above lowest, 1.0"),
        Arguments.of((ThrowingCallable) () -> any.steps(2), "steps is 2, expected at least 3"),
        Arguments.of(
            (ThrowingCallable) () -> any.batchSize(0), "batchSize is 0, expected at least 1"),
        Arguments.of(
            (ThrowingCallable) () -> any.stopAt(StopRule.BEST, 1),
            "factor is 1.0, expected a finite value above 1"),
        Arguments.of(
            (ThrowingCallable) any::seeds, "the number of seeds is 0, expected at least 1"),
        Arguments.of(
            (ThrowingCallable) () -> any.leastFall(1.5), "leastFall is 1.5, expected in (0, 1]"),
        Arguments.of(
            (ThrowingCallable) () -> Smoothing.movingAverage(1), "beta is 1.0, expected in [0, 1)"),
        Arguments.of(
            (ThrowingCallable) () -> Smoothing.localRegression(0),
            "bandwidth is 0.0, expected in (0, 1]"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void refusesOptionsThatAreNone(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void everyOptionGivesAnotherFinder() {
    double[] before = finder.run(targets).losses();
    finder.range(1e-3, 1).steps(20).linear().batchSize(3).seeds(7).rule(Suggestion.SLIDE);

    assertThat(finder.run(targets).losses()).isEqualTo(before);
  }

  @Test
  void takesEverythingBack() {
    assertGoesOnAsBefore(() -> bowlInTheMiddle(Integer.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 17, 99, 100, 101, 150})
  void takesEverythingBackWhenAnUpdateThrows(int updates) {
    assertGoesOnAsBefore(() -> bowlInTheMiddle(updates));
  }

  /** A trainer after ten updates, and after a finder whose update of that number throws. */
  private static Bowl bowlInTheMiddle(int throwing) {
    Bowl trained = new Bowl(3, 0, 0.9, RunPlan.OPEN);
    train(trained, 10);
    trained.used.clear();
    trained.throwsAfter = throwing;
    LearningRateFinder<Targets> finder = LearningRateFinder.on(trained).seeds(1, 2);
    if (throwing == Integer.MAX_VALUE) {
      finder.run(Bowl.targets(40, 0.3));
    } else {
      assertThatIllegalStateException()
          .isThrownBy(() -> finder.run(Bowl.targets(40, 0.3)))
          .withMessage("enough");
    }
    trained.throwsAfter = Integer.MAX_VALUE;
    return trained;
  }

  private static void assertGoesOnAsBefore(Supplier<Bowl> afterFinder) {
    Bowl plain = new Bowl(3, 0, 0.9, RunPlan.OPEN);
    train(plain, 10);
    Bowl other = afterFinder.get();

    assertThat(other.learningRate()).isEqualTo(plain.learningRate());
    assertThat(train(other, 100)).isEqualTo(train(plain, 100));
  }

  private static List<Double> train(Bowl bowl, int steps) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      values.add(bowl.trainBatch(new Targets(0.1 * i), 0, 1));
      values.add(bowl.p);
    }
    return values;
  }
}
