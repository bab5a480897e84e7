package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Resume;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is taken up after its model was annotated otherwise. */
@Tag("javac")
class ChangedConfigurationTest {
  private static final String BEFORE =
      "@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.9)"
          + " @Warmup(steps = 4) @Schedule(Decay.COSINE)";

  /** Fifteen updates an epoch. */
  private static final Fit FIT = Fit.epochs(4).batchSize(16);

  @TempDir private Path folder;

  private static CompiledModel model(String annotations) {
    return Source.model(
        Source.inPrecision(
            "@Trainable\n" + annotations + "\nclass Model {\n" + ZooModel.LINE.body() + "}\n",
            "double"));
  }

  private static void fit(CompiledModel model, Fit options) {
    model.fit(model.examples(ZooModel.LINE.examples()), options);
  }

  /** Leaves checkpoints of the first two epochs of a run of four. */
  private void halfTrained() {
    CompiledModel model = model(BEFORE);
    Fit writing = FIT.checkpoints(Checkpoints.in(folder).keepLast(9));
    fit(model, writing);
    folder.resolve("step-000000060.safetensors").toFile().delete();
    folder.resolve("step-000000045.safetensors").toFile().delete();
  }

  private void assertRefused(String annotations, String... parts) {
    halfTrained();
    CompiledModel model = model(annotations);
    double[] before = model.parameters();
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> fit(model, FIT.resumeFrom(folder)))
        .withMessageContainingAll(parts);
    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void isRefusedWithTheAnnotationsAndTheRatesOfBoth() {
    assertRefused(
        BEFORE.replace("@Schedule(Decay.COSINE)", "@Schedule(value = Decay.STEP, stepSize = 20)"),
        "@Schedule(value = COSINE) -> @Schedule(value = STEP, stepSize = 20)",
        "rate at step 30 5.6e-3 -> 1e-3",
        "rate at step 59 7.9e-6 -> 1e-4",
        "Go back to what it was, or say Resume.NEW_CONFIGURATION. Nothing was restored");
  }

  @Test
  void tellsWhatIsNewAndWhatIsGone() {
    assertRefused(
        BEFORE.replace("@Warmup(steps = 4)", "@GradientClipping(norm = 1)"),
        "@Warmup(steps = 4) -> none; none -> @GradientClipping(norm = 1)");
  }

  @Test
  void tellsAnotherRateAndOptimizer() {
    assertRefused(
        BEFORE.replace("0.01, momentum = 0.9", "0.02, momentum = 0.8"),
        "@Optimizer(value = SGD, learningRate = 0.01, momentum = 0.9) ->"
            + " @Optimizer(value = SGD, learningRate = 0.02, momentum = 0.8);"
            + " learning rate 0.01 -> 0.02; rate at step 30 5.6e-3 -> 0.011");
  }

  @Test
  void exactlyKeepsTheRateThatItBeganWith() {
    CompiledModel whole = model(BEFORE);
    fit(whole, FIT);
    halfTrained();
    CompiledModel model = model(BEFORE.replace("0.01", "0.02"));

    fit(model, FIT.resumeFrom(folder, Resume.EXACT));

    assertThat(model.parameters()).isEqualTo(whole.parameters());
  }

  @Test
  void exactlyCannotBeWhereAnotherScheduleIsCompiledIn() {
    halfTrained();
    CompiledModel model = model(BEFORE.replace("Decay.COSINE", "Decay.CONSTANT"));
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> fit(model, FIT.resumeFrom(folder, Resume.EXACT)))
        .withMessageContaining(
            "was written under another configuration: @Schedule(value = COSINE) ->");
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void underTheNewConfigurationItGoesOnFromTheSameStepByTheNewRates() {
    halfTrained();
    CompiledModel model =
        model("@Optimizer(value = Algorithm.SGD, learningRate = 0.02, momentum = 0.9)");

    fit(model, FIT.resumeFrom(folder, Resume.NEW_CONFIGURATION));

    assertThat(model.trainer().stepCount()).isEqualTo(60);
    assertThat(model.trainer().learningRateAt(59)).isEqualTo(0.02);
  }

  @Test
  void anotherAlgorithmKeepsOtherThingsAndIsRefused() {
    halfTrained();
    CompiledModel model = model("@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)");
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> fit(model, FIT.resumeFrom(folder, Resume.NEW_CONFIGURATION)))
        .withMessageContaining("Nothing was restored");
  }
}
