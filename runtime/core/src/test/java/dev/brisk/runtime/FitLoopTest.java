package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.runtime.Line.Points;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitLoopTest {
  private static final RunPlan DECLARED = new RunPlan(4, 8, 30);

  private final Line open = new Line(7, RunPlan.OPEN);
  private final Line declared = new Line(7, DECLARED);

  @Test
  void learns() {
    TrainingReport report = open.fit(Line.points(30), Fit.epochs(200).batchSize(10));
    assertThat(open.slope).isCloseTo(3, within(0.01));
    assertThat(open.intercept).isCloseTo(-1, within(0.01));
    assertThat(report.last().trainLoss()).isLessThan(report.epochs().get(0).trainLoss() / 1000);
  }

  @Test
  void keepsTheLastShortBatch() {
    TrainingReport report = open.fit(Line.points(30), Fit.epochs(2).batchSize(8));
    assertThat(open.batches).containsExactly(8, 8, 8, 6, 8, 8, 8, 6);
    assertThat(report.steps()).isEqualTo(8).isEqualTo(open.stepCount());
  }

  @ParameterizedTest
  @ValueSource(ints = {31, Integer.MAX_VALUE})
  void allowsABatchLargerThanTheExamples(int batchSize) {
    open.fit(Line.points(30), Fit.epochs(2).batchSize(batchSize));
    assertThat(open.batches).containsExactly(30, 30);
  }

  @Test
  void takesBatchesOf32WhereNobodySays() {
    open.fit(Line.points(70), Fit.epochs(1));
    assertThat(open.batches).containsExactly(32, 32, 6);
  }

  @Test
  void anUpdateTakesTheExamplesOfSeveralBatches() {
    Line line = new Line(7, new RunPlan(2, 4, 30, 3));
    TrainingReport report = line.fit(Line.points(30), Fit.asDeclared());
    assertThat(line.batches).containsExactly(12, 12, 6, 12, 12, 6);
    assertThat(report.steps()).isEqualTo(6).isEqualTo(line.runEnd());
  }

  @Test
  void takesFromTheDeclarationWhatIsNotSaid() {
    declared.fit(Line.points(30), Fit.asDeclared());
    assertThat(declared.batches).hasSize(16).startsWith(8, 8, 8, 6);
  }

  @Test
  void takesEveryExampleOnceInAnEpochAndAnotherOrderInTheNext() {
    Points points = Line.points(30);
    open.fit(points, Fit.epochs(2));
    List<Double> first = open.seen.subList(0, 30);
    List<Double> second = open.seen.subList(30, 60);
    assertThat(first).containsExactlyInAnyOrderElementsOf(boxed(points.x()));
    assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
  }

  @Test
  void keepsTheOrderWhereNotShuffled() {
    Points points = Line.points(30);
    open.fit(points, Fit.epochs(1).shuffle(false));
    assertThat(open.seen).isEqualTo(boxed(points.x()));
  }

  private static List<Double> boxed(double[] values) {
    List<Double> boxed = new ArrayList<>();
    for (double value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    Line again = new Line(7, RunPlan.OPEN);
    Line other = new Line(8, RunPlan.OPEN);
    for (Line line : List.of(open, again, other)) {
      line.fit(Line.points(30), Fit.epochs(3).batchSize(4));
    }
    assertThat(again.slope).isEqualTo(open.slope);
    assertThat(again.intercept).isEqualTo(open.intercept);
    assertThat(other.slope).isNotEqualTo(open.slope);
  }

  @Test
  void theOrderOfAnEpochDoesNotDependOnHowFitsAreCut() {
    Line cut = new Line(7, RunPlan.OPEN);
    open.fit(Line.points(30), Fit.epochs(3));
    cut.fit(Line.points(30), Fit.epochs(1));
    cut.fit(Line.points(30), Fit.epochs(2));
    assertThat(cut.seen).isEqualTo(open.seen);
  }

  @Test
  void aSecondFitAppendsToTheHistoryAndBeginsARunOfItsOwn() {
    TrainingReport first = open.fit(Line.points(30), Fit.epochs(2).batchSize(10));
    TrainingReport second = open.fit(Line.points(30), Fit.epochs(1).batchSize(5));
    assertThat(first.epochs()).extracting(Epoch::epoch).containsExactly(1, 2);
    assertThat(second.epochs()).extracting(Epoch::epoch).containsExactly(1, 2, 3);
    assertThat(second.epochs()).extracting(Epoch::steps).containsExactly(3L, 6L, 12L);
    assertThat(open.runStart()).isEqualTo(6);
    assertThat(open.runEnd()).isEqualTo(12);
  }

  @Test
  void reportsTheRateOfTheLastUpdate() {
    TrainingReport report = open.fit(Line.points(30), Fit.epochs(2).batchSize(10));
    assertThat(report.epochs())
        .extracting(Epoch::learningRate)
        .containsExactly(0.1 * (1 - 0.5 * 2 / 6), 0.1 * (1 - 0.5 * 5 / 6));
  }

  @Test
  void trainLossWeighsBatchesByTheirSize() {
    open.baseLearningRate(0); // Nothing is learnt, so the mean over batches is that over examples.
    Points points = Line.points(30);
    TrainingReport report = open.fit(points, Fit.epochs(1).batchSize(29));
    assertThat(report.last().trainLoss()).isCloseTo(open.loss(points), within(1e-15));
  }

  @Test
  void validatesAfterEachEpoch() {
    Points held = Line.points(5);
    Epoch last = open.fit(Line.points(30), Fit.epochs(2).validation(held)).last();
    assertThat(last.validationLoss()).hasValue(open.loss(held));
    assertThat(last.validationMetrics().keySet()).containsExactly("rootLoss", "count");
    assertThat(last.validationMetrics())
        .containsEntry("rootLoss", Math.sqrt(open.loss(held)))
        .containsEntry("count", 5.0)
        .isUnmodifiable();
  }

  @Test
  void hasNoValidationFiguresWithoutValidation() {
    Epoch last = open.fit(Line.points(30), Fit.epochs(1)).last();
    assertThat(last.validationLoss()).isEqualTo(OptionalDouble.empty());
    assertThat(last.validationMetrics()).isEmpty();
  }

  @Test
  void tellsAllListenersInOrder() {
    List<String> told = new ArrayList<>();
    open.fit(
        Line.points(30),
        Fit.epochs(2)
            .onEpoch(epoch -> told.add("a" + epoch.epoch()))
            .onEpoch(epoch -> told.add("b" + epoch.epoch())));
    assertThat(told).containsExactly("a1", "b1", "a2", "b2");
  }

  @Test
  void refusesWhatContradictsTheDeclarationAndChangesNothing() {
    assertRefused(30, Fit.epochs(5), "epochs is 5, @Training declares 4.");
    assertRefused(30, Fit.epochs(4).batchSize(9), "batchSize is 9, @Training declares 8.");
    assertRefused(29, Fit.asDeclared(), "examples is 29, @Training declares 30.");
  }

  private void assertRefused(int examples, Fit options, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declared.fit(Line.points(examples), options))
        .withMessage(message + " Change one of them, or allow it with Fit.overrideTraining()");
    assertThat(declared.batches).isEmpty();
    assertThat(declared.runEnd()).isEqualTo(DECLARED.steps());
  }

  @Test
  void acceptsAContradictionThatIsAllowed() {
    declared.fit(Line.points(29), Fit.epochs(5).batchSize(9).overrideTraining());
    assertThat(declared.batches).hasSize(20).startsWith(9, 9, 9, 2);
  }

  @Test
  void refusesARunWithoutEpochs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.fit(Line.points(30), Fit.asDeclared()))
        .withMessage(
            "Fit.asDeclared() needs a number of epochs. Declare @Training(epochs), or say"
                + " Fit.epochs(n)");
  }

  @Test
  void refusesValidationExamplesOfAnotherTrainer() {
    record Nothing(int size) implements Examples<Nothing> {
      @Override
      public Nothing select(int... rows) {
        return this;
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> open.fit(Line.points(30), Fit.epochs(1).validation(new Nothing(3))))
        .withMessageContainingAll(Nothing.class.getName(), Points.class.getName(), "examples(...)");
    assertThat(open.batches).isEmpty();
    assertThat(open.stepCount()).isZero();
  }

  @Test
  void aNonFiniteLossEndsTheRunAndKeepsWhatWasCompleted() {
    Points points = Line.points(30);
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(
            () ->
                open.fit(
                    points, Fit.epochs(9).onEpoch(epoch -> spoilAfterTheSecond(epoch, points))))
        .satisfies(e -> assertThat(e.step()).isEqualTo(2))
        .satisfies(e -> assertThat(e.loss()).isNaN());
    assertThat(open.stepCount()).isEqualTo(2);
    assertThat(open.slope).isFinite();

    points.y()[3] = 0;
    TrainingReport report = open.fit(points, Fit.epochs(1));
    assertThat(report.epochs()).extracting(Epoch::epoch).containsExactly(1, 2, 3);
  }

  private static void spoilAfterTheSecond(Epoch epoch, Points points) {
    if (epoch.epoch() == 2) {
      points.y()[3] = Double.NaN;
    }
  }

  @Test
  void measuresTheTimeOfThisFit() {
    TrainingReport report = open.fit(Line.points(30), Fit.epochs(1));
    assertThat(report.duration()).isPositive();
  }
}
