package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.TrainingReport;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fit that diverges is taken back, goes on at a lower rate, and says so. */
@Tag("javac")
final class RecoveryTest {
  private static final Fit RUN = Fit.epochs(4).batchSize(16);

  private static CompiledModel model(ZooModel model, double rate, String annotations) {
    return Source.model(
        Source.inPrecision(
            "@Trainable\n@Optimizer(value = Algorithm.SGD, learningRate = "
                + rate
                + ")\n"
                + annotations
                + "\nclass Model {\n"
                + model.body()
                + "}\n",
            "double"));
  }

  private static TrainingReport fit(CompiledModel model, ZooModel shape, Fit options) {
    return model.fit(model.examples(shape.examples()), options);
  }

  @Test
  void trainingThatDivergedInItsFirstEpochIsThatOfTheLowerRate() {
    CompiledModel recovering = model(ZooModel.LINE, 1, "@OnDivergence(factor = 0.05)");
    CompiledModel untroubled = model(ZooModel.LINE, 0.05, "");

    TrainingReport report = fit(recovering, ZooModel.LINE, RUN);
    TrainingReport expected = fit(untroubled, ZooModel.LINE, RUN);

    assertThat(report.recoveries()).hasSize(1);
    Recovery recovery = report.recoveries().get(0);
    assertThat(recovery.step()).isEqualTo(14);
    assertThat(recovery.restoredStep()).isZero();
    assertThat(recovery.fromRate()).isEqualTo(1);
    assertThat(recovery.toRate()).isEqualTo(0.05);
    assertThat(recovery.reason())
        .contains("the mean loss of 15 updates is", "before the first it was");
    assertThat(recovering.parameters()).isEqualTo(untroubled.parameters());
    assertThat(report.epochs()).isEqualTo(expected.epochs());
    assertThat(report.toString())
        .contains("step 14: the mean loss", "rate 1.00000 cut to 0.0500000");
    assertThat(recovering.trainer().learningRate()).as("for good").isEqualTo(0.05);
  }

  @Test
  void rateIsCutAgainAndAgain() {
    CompiledModel model = model(ZooModel.LINE, 10, "@OnDivergence(factor = 0.2)");
    List<Recovery> recoveries = fit(model, ZooModel.LINE, RUN).recoveries();
    assertThat(recoveries).hasSizeGreaterThan(1);
    for (int i = 0; i < recoveries.size(); i++) {
      assertThat(recoveries.get(i).toRate()).isCloseTo(10 * Math.pow(0.2, i + 1), within(1e-12));
    }
  }

  @Test
  void lossThatIsNotFiniteIsRecoveredFromWhereNoExplosionCounts() {
    CompiledModel model =
        model(
            ZooModel.LINE,
            1e3,
            "@OnDivergence(factor = 1e-4, explosion = Double.POSITIVE_INFINITY)");
    TrainingReport report = fit(model, ZooModel.LINE, Fit.epochs(40).batchSize(16));
    assertThat(report.recoveries()).hasSize(1);
    assertThat(report.recoveries().get(0).reason()).startsWith("the loss is ");
    assertThat(report.recoveries().get(0).restoredStep() % 15).as("start of an epoch").isZero();
    assertThat(report.epochs()).hasSize(40);
  }

  @Test
  void epochThatHasExplodedIsNotTrainedToItsEnd() {
    CompiledModel model = model(ZooModel.LINE, 1, "@OnDivergence(factor = 0.05)");
    TrainingReport report = fit(model, ZooModel.LINE, Fit.epochs(4).batchSize(2));
    assertThat(report.recoveries()).hasSize(1);
    assertThat(report.recoveries().get(0).step()).isLessThan(30);
    assertThat(report.recoveries().get(0).reason()).contains("the mean loss of 20 updates is");
  }

  @Test
  void bestEpochIsTakenUpAgain() {
    // The rate rises until it is too high.
    String rising =
        "@Schedule(value = Decay.LINEAR, startFactor = 0.02, endFactor = 1, steps = 150)\n";
    String recovering = "@OnDivergence(restore = Restore.BEST_EPOCH, factor = 0.1)";
    CompiledModel model = model(ZooModel.LINE, 2, rising + recovering);
    List<Integer> told = new ArrayList<>();

    TrainingReport report =
        fit(
            model,
            ZooModel.LINE,
            Fit.epochs(12).batchSize(16).onEpoch(epoch -> told.add(epoch.epoch())));

    assertThat(report.recoveries()).isNotEmpty();
    Recovery recovery = report.recoveries().get(0);
    assertThat(recovery.restoredStep()).isPositive().isLessThan(recovery.step());
    assertThat(report.epochs()).extracting(TrainingReport.Epoch::epoch).doesNotHaveDuplicates();
    assertThat(report.epochs()).hasSize(12);
    assertThat(report.last().trainLoss()).isLessThan(0.1);
  }

  @Test
  void exampleThatIsToBlameUsesUpTheRetries() {
    List<Object[]> examples = new ArrayList<>(ZooModel.LINE.examples());
    examples.set(5, new Object[] {new double[] {Double.NaN, 0, 0, 0}, 1.0});
    CompiledModel model = model(ZooModel.LINE, 0.05, "@OnDivergence(maxRetries = 2)");
    TrainingMonitor monitor = new TrainingMonitor();

    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> model.fit(model.examples(examples), RUN.monitor(monitor)))
        .satisfies(refused -> assertThat(refused.examples()).containsExactly(5));
    assertThat(monitor.findings())
        .extracting(Finding::id)
        .containsExactly("non-finite-loss", "non-finite-loss", "non-finite-loss");
  }

  @Test
  void healthyTrainingIsNotTouched() {
    CompiledModel model = model(ZooModel.LINE, 0.05, "@OnDivergence");
    CompiledModel untroubled = model(ZooModel.LINE, 0.05, "");
    assertThat(fit(model, ZooModel.LINE, RUN).recoveries()).isEmpty();
    fit(untroubled, ZooModel.LINE, RUN);
    assertThat(model.parameters()).isEqualTo(untroubled.parameters());
  }
}
