package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated trainers against the models' own methods. */
final class OracleTest {
  private static final int EXAMPLES = 4;
  private static final int TRIALS = 3;

  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#all")
  void lossIsTheModelsOwnToTheLastBit(TestModel test) {
    forTrials(
        test,
        (model, rows) -> {
          for (Object[] row : rows) {
            assertThat(model.loss(model.examples(List.<Object[]>of(row))))
                .isEqualTo(model.ownLoss(row));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#ofDoublePrecision")
  void gradientAgreesWithFiniteDifferencesOfTheModelsOwnLoss(TestModel test) {
    forTrials(
        test,
        (model, rows) -> {
          for (Object[] row : rows) {
            CompiledModel.LossAndGradient found =
                model.gradient(model.examples(List.<Object[]>of(row)), 0, 1);

            assertThat(found.loss()).isEqualTo(model.ownLoss(row));
            Differences.assertAgree(test.name(), model, row, found.gradient());
          }
        });
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#ofSinglePrecision")
  void gradientInSinglePrecisionAgreesWithCoarseDifferences(TestModel test) {
    forTrials(
        test,
        (model, rows) -> {
          for (Object[] row : rows) {
            double[] gradient =
                model.gradient(model.examples(List.<Object[]>of(row)), 0, 1).gradient();
            Differences.assertRoughlyAgree(test.name(), model, row, gradient);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#all")
  void gradientOfABatchIsTheMeanOfItsExamples(TestModel test) {
    double tolerance = test.isSingle() ? 1e-5 : 1e-12;
    forTrials(
        test,
        (model, rows) -> {
          if (rows.get(0).length == 0) {
            return; // A loss of no data has one example.
          }
          double[] batch = model.gradient(model.examples(rows), 1, rows.size()).gradient();
          double[] mean = new double[batch.length];
          double[] scale = new double[batch.length];
          for (Object[] row : rows.subList(1, rows.size())) {
            double[] one = model.gradient(model.examples(List.<Object[]>of(row)), 0, 1).gradient();
            for (int i = 0; i < mean.length; i++) {
              mean[i] += one[i] / (rows.size() - 1);
              scale[i] += Math.abs(one[i]);
            }
          }
          for (int i = 0; i < mean.length; i++) {
            assertThat(batch[i]).isCloseTo(mean[i], within(tolerance * (1 + scale[i])));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#ofPlainDescent")
  void stepMovesEveryParameterDownItsGradient(TestModel test) {
    double rate = test.plainRate().orElseThrow();
    double tolerance = test.isSingle() ? 1e-6 : 1e-13;
    forTrials(
        test,
        (model, rows) -> {
          for (Object[] row : rows) {
            double[] before = model.parameters();
            double[] gradient =
                model.gradient(model.examples(List.<Object[]>of(row)), 0, 1).gradient();
            double own = model.ownLoss(row);

            assertThat(model.step(row)).isEqualTo(own);
            double[] after = model.parameters();
            for (int i = 0; i < before.length; i++) {
              double expected = before[i] - rate * gradient[i];
              double size = Math.abs(before[i]) + Math.abs(rate * gradient[i]);
              assertThat(after[i]).isCloseTo(expected, within(tolerance * (1 + size)));
            }
            model.parameters(before);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#all")
  void lossOfSeveralExamplesIsTheirMeanInOrder(TestModel test) {
    forTrials(
        test,
        (model, rows) -> {
          double total = 0;
          for (Object[] row : rows) {
            total += model.ownLoss(row);
          }
          assertThat(model.loss(model.examples(rows))).isEqualTo(total / rows.size());
        });
  }

  private interface Trial {
    void run(CompiledModel model, List<Object[]> rows);
  }

  private static void forTrials(TestModel test, Trial trial) {
    SplittableRandom random = new SplittableRandom(Arrays.hashCode(test.name().toCharArray()));
    for (int i = 0; i < TRIALS; i++) {
      CompiledModel model = TestModels.compiled(test);
      model.parameters(test.parameters(model.parameters().length, random));
      trial.run(model, test.examples(EXAMPLES, random));
    }
  }
}
