package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.End;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A slope of 2 is learnt from 0 on, and held out are points of slope 1: better and better on the
 * way there, then worse.
 */
@Tag("javac")
final class EarlyStoppingTest {
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.%s, learningRate = 0.02)
      class Model {
        @Parameter T slope = 0#;

        @Loss
        T loss(T x, T y) {
          T error = slope * x - y;
          return error * error;
        }

        @Metric
        double close(T x, T y) {
          return -Math.abs(slope * x - y);
        }
      }
      """;

  private static final List<Object[]> TRAINING = line(2);
  private static final List<Object[]> HELD_OUT = line(1);

  private static List<Object[]> line(double slope) {
    return List.of(new Object[] {1.0, slope}, new Object[] {2.0, 2 * slope});
  }

  private static CompiledModel model(String algorithm) {
    return Source.model(Source.inPrecision(MODEL.formatted(algorithm), "double"));
  }

  private static Fit fit(CompiledModel model, int epochs) {
    Fit options = Fit.epochs(epochs).batchSize(2);
    return options.validation((Examples<?>) model.examples(HELD_OUT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SGD", "ADAM"})
  void bringsBackTheWeightsOfTheBestEpoch(String algorithm) {
    CompiledModel model = model(algorithm);
    List<double[]> parameters = new ArrayList<>();
    TrainingReport report =
        model.fit(
            model.examples(TRAINING),
            fit(model, 500)
                .earlyStopping(EarlyStopping.patience(3))
                .onEpoch(epoch -> parameters.add(model.parameters())));

    int best = report.restoredEpoch().orElseThrow();
    assertThat(report.end()).isEqualTo(End.EARLY);
    assertThat(report.epochs()).hasSize(best + 3);
    assertThat(best).isGreaterThan(3);
    assertThat(model.parameters()).isEqualTo(parameters.get(best - 1));
    assertThat(model.parameters()[0]).isBetween(0.9, 1.1);
    assertThat(model.loss(model.examples(HELD_OUT)))
        .isEqualTo(report.epochs().get(best - 1).validationLoss().orElseThrow())
        .isEqualTo(
            report.epochs().stream()
                .mapToDouble(epoch -> epoch.validationLoss().orElseThrow())
                .min()
                .orElseThrow());
  }

  @Test
  void goesOnFromTheBestEpochAsIfItHadBeenTheLast() {
    CompiledModel stopped = model("ADAM");
    TrainingReport report =
        stopped.fit(
            stopped.examples(TRAINING), fit(stopped, 500).earlyStopping(EarlyStopping.patience(3)));
    int best = report.restoredEpoch().orElseThrow();
    CompiledModel untroubled = model("ADAM");
    untroubled.fit(untroubled.examples(TRAINING), fit(untroubled, best));

    Epoch next = stopped.fit(stopped.examples(TRAINING), fit(stopped, 1).shuffle(false)).last();
    Epoch expected =
        untroubled.fit(untroubled.examples(TRAINING), fit(untroubled, 1).shuffle(false)).last();
    assertThat(stopped.parameters()).isEqualTo(untroubled.parameters());
    assertThat(next.steps()).isEqualTo(expected.steps());
    assertThat(next.epoch()).isEqualTo(best + 3 + 1);
  }

  @Test
  void watchesAMetric() {
    CompiledModel model = model("SGD");
    TrainingReport report =
        model.fit(
            model.examples(TRAINING),
            fit(model, 500).earlyStopping(EarlyStopping.patience(2).maximize("close")));
    assertThat(report.end()).isEqualTo(End.EARLY);
    assertThat(model.parameters()[0]).isBetween(0.9, 1.1);
  }

  @Test
  void refusesAMetricThatTheModelDoesNotHave() {
    CompiledModel model = model("SGD");
    Fit fit = fit(model, 2).earlyStopping(EarlyStopping.patience(2).maximize("accuracy"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.fit(model.examples(TRAINING), fit))
        .withMessage("early stopping watches the metric accuracy, the model has [close]");
    assertThat(model.parameters()[0]).isZero();
  }
}
