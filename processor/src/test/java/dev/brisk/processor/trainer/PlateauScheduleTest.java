package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A schedule that waits for a plateau, observed by hand and in {@code fit}. */
@Tag("javac")
final class PlateauScheduleTest {
  private static final double BASE = 0.4;

  @Test
  void cutsTheRateWhenMoreThanPatienceAreBad() {
    CompiledModel model = model("@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 2)");
    assertRates(model, new double[] {3, 2, 2, 2, 2, 1}, 1, 1, 1, 1, 0.5, 0.5);
    assertThat(model.trainer().learningRateAt(1_000_000)).isEqualTo(BASE / 2);
  }

  @Test
  void cutsATenthAfterElevenBadOnesByDefault() {
    CompiledModel model = model("@Schedule(Decay.PLATEAU)");
    model.trainer().observe(1);
    for (int i = 0; i < 10; i++) {
      model.trainer().observe(1);
      assertThat(model.trainer().learningRate()).isEqualTo(BASE);
    }
    model.trainer().observe(1 - 1e-5);
    assertThat(model.trainer().learningRate()).isCloseTo(BASE / 10, within(1e-16));
  }

  @Test
  void readsAllOfItsSettings() {
    CompiledModel model =
        model(
            "@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 0, threshold = 0.5,"
                + " thresholdMode = ThresholdMode.ABSOLUTE, cooldown = 2, minLearningRate = 0.15)");
    assertRates(model, new double[] {3, 2.6, 2.6, 2.6, 2.6, 2.6}, 1, 0.5, 0.5, 0.5, 0.375, 0.375);
  }

  @Test
  void rateOfTheNextUpdateIsThatAfterTheCut() {
    CompiledModel model = model("@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 0)");
    model.trainer().observe(1);
    model.trainer().observe(1);
    double before = model.parameters()[0];
    model.step(new Object[] {2.0});
    assertThat(model.parameters()[0]).isCloseTo(before - 0.2 * (before - 2), within(1e-15));
  }

  @Test
  void whatIsObservedDuringTheWarmupIsNotCounted() {
    CompiledModel model =
        model("@Warmup(steps = 4) @Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 0)");
    for (int t = 0; t < 4; t++) {
      assertThat(model.trainer().learningRate()).isEqualTo(BASE * t / 4);
      model.trainer().observe(1 + t);
      model.step(new Object[] {2.0});
    }
    assertRates(model, new double[] {9, 9}, 1, 0.5);
    assertThat(model.trainer().learningRateAt(2)).isEqualTo(BASE / 2);
  }

  @Test
  void fitObservesTheTrainingLossAfterEachEpoch() {
    // The loss is the same in every epoch.
    CompiledModel model = model("@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 1)");
    List<Epoch> epochs = model.fit(flat(model), Fit.epochs(6).batchSize(2)).epochs();
    assertThat(epochs)
        .extracting(Epoch::learningRate)
        .containsExactly(BASE, BASE, BASE, BASE / 2, BASE / 2, BASE / 4);
  }

  @Test
  void fitObservesTheValidationLossIfThereIsOne() {
    CompiledModel model = model("@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 0)");
    // Learning 2.0, the loss of 2.0 falls and that of 0.5, where it began, rises.
    Object training = model.examples(Collections.nCopies(4, new Object[] {2.0}));
    Object held = model.examples(Collections.nCopies(2, new Object[] {0.5}));
    List<Epoch> epochs =
        model.fit(training, Fit.epochs(3).batchSize(4).validation((Examples<?>) held)).epochs();
    assertThat(epochs).extracting(Epoch::learningRate).containsExactly(BASE, BASE, BASE / 2);
  }

  @Test
  void fitObservesTheMetricThatIsMonitored() {
    CompiledModel model =
        model(
            "@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 0, monitor = \"accuracy\")");
    Object training = model.examples(Collections.nCopies(4, new Object[] {2.0}));
    // The metric is the parameter itself, which rises towards 2: higher is better.
    Fit fit = Fit.epochs(3).batchSize(4).validation((Examples<?>) training);
    assertThat(model.fit(training, fit).epochs())
        .extracting(Epoch::learningRate)
        .containsOnly(BASE);
    assertThat(model.trainer().learningRate()).isEqualTo(BASE);
    model.trainer().observe(0.1);
    assertThat(model.trainer().learningRate()).isEqualTo(BASE / 2);
  }

  @Test
  void fitObservesAMetricInTheDirectionThatItStates() {
    CompiledModel model =
        model("@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 0, monitor = \"value\")");
    Object training = model.examples(Collections.nCopies(4, new Object[] {2.0}));
    Fit fit = Fit.epochs(3).batchSize(4).validation((Examples<?>) training);
    // Stated to be better lower, and rising.
    assertThat(model.fit(training, fit).epochs())
        .extracting(Epoch::learningRate)
        .containsExactly(BASE, BASE, BASE / 2);
  }

  @Test
  void fitWithoutExamplesForTheMetricIsRefusedBeforeItBegins() {
    CompiledModel model = model("@Schedule(value = Decay.PLATEAU, monitor = \"accuracy\")");
    Object training = model.examples(Collections.nCopies(4, new Object[] {2.0}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.fit(training, Fit.epochs(3)))
        .withMessageContaining("accuracy")
        .withMessageContaining("Fit.validation(held)");
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void nanIsNotBetterAndIsLoggedOnce() {
    CompiledModel model = model("@Schedule(value = Decay.PLATEAU, factor = 0.5, patience = 1)");
    List<String> logged = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.brisk");
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      double nan = Double.NaN;
      assertRates(model, new double[] {3, nan, 2, nan, nan, 1}, 1, 1, 1, 1, 0.5, 0.5);
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertThat(logged).singleElement().asString().contains("NaN after step 0");
  }

  @Test
  void otherSchedulesDoNotObserve() {
    CompiledModel model = model("@Schedule(Decay.CONSTANT)");
    for (int i = 0; i < 30; i++) {
      model.trainer().observe(i);
    }
    assertThat(model.trainer().learningRate()).isEqualTo(BASE);
  }

  private static void assertRates(CompiledModel model, double[] observed, double... factors) {
    for (int i = 0; i < observed.length; i++) {
      model.trainer().observe(observed[i]);
      assertThat(model.trainer().learningRate())
          .as("after observation %d", i)
          .isCloseTo(BASE * factors[i], within(1e-15));
    }
  }

  /** Examples that pull the parameter from where it is to both sides. */
  private static Object flat(CompiledModel model) {
    return model.examples(List.of(new Object[] {0.0}, new Object[] {1.0}));
  }

  private static CompiledModel model(String schedule) {
    return ScheduledModel.of(
        schedule,
        """

          @Metric
          double accuracy(double x) {
            return p;
          }

          @Metric(better = Better.LOWER)
          double value(double x) {
            return p;
          }
        """);
  }
}
