package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Finding.Severity;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.TrainingReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitor sees of a generated trainer, and that it changes nothing. */
@Tag("javac")
final class MonitorTest {
  private static final String ADAM = "@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)\n";
  private static final String SGD = "@Optimizer(value = Algorithm.SGD, learningRate = 0.05)\n";
  private static final Fit RUN = Fit.epochs(3).batchSize(16);

  private static CompiledModel compiled(ZooModel model, String precision, String annotations) {
    String body = "@Trainable\n" + annotations + "\nclass Model {\n" + model.body() + "}\n";
    return Source.model(Source.inPrecision(body, precision));
  }

  private static ZooModel model(String name) {
    return switch (name) {
      case "line" -> ZooModel.LINE;
      case "network" -> ZooModel.NETWORK;
      case "table" -> ZooModel.TABLE;
      case "recurrence" -> ZooModel.RECURRENCE;
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "line, double, SGD, ''",
    "line, float, ADAM, @GradientClipping(norm = 0.1)",
    "network, double, ADAM, ''",
    "network, float, SGD, @WeightAveraging",
    "network, float, ADAM, @GradientClipping(value = 0.01)",
    "table, double, SGD, ''",
    "table, float, ADAM, ''",
    "recurrence, double, ADAM, @GradientClipping(norm = 0.1)"
  })
  void monitoredUpdatesAreThoseOfATrainerWithoutAMonitor(
      String name, String precision, String algorithm, String around) {
    ZooModel shape = model(name);
    String annotations =
        "@Optimizer(value = Algorithm." + algorithm + ", learningRate = 0.02)\n" + around;
    CompiledModel watched = compiled(shape, precision, annotations);
    CompiledModel untroubled = compiled(shape, precision, annotations);

    watched.fit(watched.examples(shape.examples(precision)), RUN.monitor(new TrainingMonitor()));
    untroubled.fit(untroubled.examples(shape.examples(precision)), RUN);

    assertThat(watched.parameters()).isEqualTo(untroubled.parameters());
  }

  @Test
  void stepOfPlainDescentIsMonitoredToo() {
    CompiledModel watched = compiled(ZooModel.LINE, "double", SGD);
    CompiledModel untroubled = compiled(ZooModel.LINE, "double", SGD);
    TrainingMonitor monitor = new TrainingMonitor();
    watched.trainer().monitor(monitor);
    for (Object[] row : ZooModel.LINE.examples()) {
      assertThat(watched.step(row)).isEqualTo(untroubled.step(row), within());
    }
    assertThat(monitor.findings()).isEmpty();
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> watched.step(new double[] {1, 2, Double.NaN, 4}, 1.0));
    assertThat(monitor.findings()).extracting(Finding::id).containsExactly("non-finite-loss");
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-9);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void exampleThatIsNotFiniteIsNamedAsTheCallerKnowsIt(boolean isShuffled) {
    List<Object[]> examples = new ArrayList<>(ZooModel.LINE.examples());
    examples.set(77, new Object[] {new double[] {1, Double.NaN, 0, 0}, 1.0});
    CompiledModel model = compiled(ZooModel.LINE, "double", SGD);
    TrainingMonitor monitor = new TrainingMonitor();

    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(
            () -> model.fit(model.examples(examples), RUN.shuffle(isShuffled).monitor(monitor)))
        .satisfies(refused -> assertThat(refused.examples()).containsExactly(77))
        .withMessageContaining("1 by themselves have a loss that is not finite")
        .withMessageContaining("example 77");
    Finding finding = monitor.findings().get(monitor.findings().size() - 1);
    assertThat(finding.id()).isEqualTo("non-finite-loss");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.evidence()).contains("of its 16 examples 1 is to blame, first 77");
    assertThat(finding.remedy()).contains("Look at example 77");
  }

  @Test
  void derivativeThatIsNotFiniteIsNamedAndItsUpdateRefused() {
    ZooModel rooted =
        ZooModel.LINE.body(
            "return Losses.squared(predicted, y)",
            "return Losses.squared(predicted, y) + Math.sqrt(weights[2] * weights[2])");
    CompiledModel model = compiled(rooted, "double", ADAM);
    TrainingMonitor monitor = new TrainingMonitor();
    model.trainer().monitor(monitor);
    double[] before = model.parameters();

    assertThatExceptionOfType(NonFiniteGradientException.class)
        .isThrownBy(() -> model.trainBatch(model.examples(rooted.examples()), 0, 8))
        .satisfies(
            refused -> {
              assertThat(refused.parameter()).isEqualTo("weights");
              assertThat(refused.element()).hasValue(2);
              assertThat(refused.step()).isZero();
            });
    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.trainer().stepCount()).isZero();
    assertThat(monitor.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("non-finite-gradient");
              assertThat(finding.evidence()).contains("by weights, element 2, is not finite");
            });
  }

  @Test
  void gradientByHandIsSeenBeforeTheUpdate() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double[] weights = {1, 2};
              @Parameter double offset = 3;

              @Loss
              double loss(double x) {
                return weights[0] * x + offset;
              }

              @Gradient
              double gradient(double x, double[] dWeights, double[] dOffset) {
                dWeights[0] += x;
                dOffset[0] += x > 0 ? 1 : Double.NaN;
                return weights[0] * x + offset;
              }
            }
            """);
    model.trainer().monitor(new TrainingMonitor());
    model.step(1.0);
    double[] before = model.parameters();

    assertThatExceptionOfType(NonFiniteGradientException.class)
        .isThrownBy(() -> model.step(-1.0))
        .satisfies(refused -> assertThat(refused.parameter()).isEqualTo("offset"));
    assertThat(model.parameters()).isEqualTo(before);
  }

  @Test
  void reportTellsWhatWasFoundAndHowToMendIt() {
    CompiledModel model =
        compiled(
            ZooModel.SOFTMAX, "double", "@Optimizer(value = Algorithm.SGD, learningRate = 1e-5)");
    TrainingReport report =
        model.fit(
            model.examples(ZooModel.SOFTMAX.examples()),
            Fit.epochs(5).batchSize(16).monitor(new TrainingMonitor()));

    assertThat(report.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.id()).isEqualTo("too-slow");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.step()).isEqualTo(75);
              assertThat(finding.evidence()).contains("in 75 updates");
              assertThat(finding.remedy()).contains("learningRate = 1e-4");
            });
    assertThat(report.toString()).contains("brisk[too-slow]: step 75: The loss has gone from");
  }

  @Test
  void findingIsToldWhenItIsMade() {
    CompiledModel model =
        compiled(ZooModel.LINE, "double", "@Optimizer(value = Algorithm.SGD, learningRate = 1.2)");
    List<Long> steps = new ArrayList<>();
    model.trainer().monitor(new TrainingMonitor(finding -> steps.add(model.trainer().stepCount())));
    Object examples = model.examples(ZooModel.LINE.examples());
    for (int update = 0; update < 40; update++) {
      model.trainBatch(examples, 0, 240);
    }
    assertThat(steps).hasSize(1).allMatch(step -> step < 30);
  }

  @Test
  void fitWithoutAMonitorOfItsOwnKeepsTheTrainers() {
    CompiledModel model =
        compiled(
            ZooModel.SOFTMAX, "double", "@Optimizer(value = Algorithm.SGD, learningRate = 1e-5)");
    Object examples = model.examples(ZooModel.SOFTMAX.examples());
    Fit five = Fit.epochs(5).batchSize(16);
    model.trainer().monitor(new TrainingMonitor());
    assertThat(model.fit(examples, five).findings())
        .extracting(Finding::id)
        .containsExactly("too-slow");
    model.trainer().monitor(null);
    assertThat(model.fit(examples, five).findings()).isEmpty();
    TrainingMonitor once = new TrainingMonitor();
    assertThat(model.fit(examples, five.monitor(once)).findings()).isNotEmpty();
    assertThat(model.fit(examples, five).findings())
        .as("a fit's monitor is gone with it")
        .isEmpty();
  }
}
