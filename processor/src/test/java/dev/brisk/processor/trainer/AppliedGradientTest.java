package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.Algorithm;
import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.CompiledModel.LossAndGradient;
import dev.brisk.processor.oracle.GeneratedClasses;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An update by a gradient from elsewhere is the one that a batch with that gradient does. */
@Tag("javac")
final class AppliedGradientTest {
  private static final String SCHEDULED =
      "@Warmup(steps = 3) @Schedule(value = Decay.COSINE, steps = 20)";
  private static final String CLIPPED = " @GradientClipping(norm = 0.3)";
  private static final String CLIPPED_BY_VALUE = " @GradientClipping(value = 0.1)";
  private static final String AVERAGED = " @WeightAveraging(decay = 0.8)";

  /** Examples are computed one by one. */
  private static final String FORMULA =
      """
      @Trainable
      @SuppressWarnings("brisk:trust-without-decay")
      @Optimizer(value = Algorithm.%s)
      %s
      class %s {
        @Parameter T offset = 1;
        @Parameter(shape = 3) T[] weights;
        @Parameter(shape = {2, 3}, init = Init.XAVIER) T[][] rows;
        @Parameter T factor = 1;

        @Loss
        T loss(@Shape(3) T[] xs, T target) {
          T error = offset * factor - target;
          for (int i = 0; i < 3; i++) {
            error += (weights[i] + rows[0][i] * rows[1][i]) * xs[i];
          }
          return error * error;
        }
      }
      """;

  /**
   * A batch is computed at once, and weights are updated row by row unless they are clipped. The
   * bias has the name of a method that the trainer would like for itself.
   */
  private static final String NETWORK =
      """
      @Trainable
      @SuppressWarnings("brisk:trust-without-decay")
      @Optimizer(value = Algorithm.%s)
      %s
      class %s {
        @Parameter(shape = {5, 3}, init = Init.XAVIER) T[] inner;
        @Parameter(shape = 5, learningRateFactor = 0.5) T[] bySums;
        @Parameter(shape = {2, 5}, init = Init.XAVIER) T[] outer;
        @Parameter T offset;

        @Loss
        T loss(@Shape(3) T[] xs, T target) {
          T[] outputs = Ops.matrixVector(outer, Ops.relu(Ops.affine(inner, bySums, xs)));
          T error = outputs[0] + offset - target;
          return error * error + outputs[1] * outputs[1];
        }
      }
      """;

  private static final List<Object[]> EXAMPLES =
      List.of(
          new Object[] {new float[] {1, 0, 0.5f}, 0.2f},
          new Object[] {new float[] {-1, 1, 0}, 0.1f},
          new Object[] {new float[] {0.5f, 0.25f, -1}, -0.3f},
          new Object[] {new float[] {2, -1, 0.75f}, 1f},
          new Object[] {new float[] {0.125f, 3, -0.5f}, -1f});

  @ParameterizedTest
  @EnumSource
  void leavesTheBitsThatABatchLeaves(Algorithm algorithm, @TempDir Path files) {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String variant : EveryAlgorithmTest.variants(algorithm)) {
      String optimizer = algorithm + variant;
      add(FORMULA, optimizer, CLIPPED + AVERAGED, "double", sources);
      add(FORMULA, optimizer, CLIPPED_BY_VALUE, "float", sources);
      add(NETWORK, optimizer, "", "double", sources);
      add(NETWORK, optimizer, AVERAGED, "float", sources);
    }
    ClassLoader classes = new GeneratedClasses(Compilations.compile(sources));
    for (int number = 0; number < sources.size(); number++) {
      String name = "models.Model" + number;
      CompiledModel applied = CompiledModel.of(classes, name, "loss");
      CompiledModel batched = CompiledModel.of(classes, name, "loss");

      assertAlike(applied, batched, files);
    }
  }

  private static void add(
      String form,
      String optimizer,
      String around,
      String precision,
      List<JavaFileObject> sources) {
    String name = "Model" + sources.size();
    String text = form.formatted(optimizer, SCHEDULED + around, name);
    sources.add(Source.of(name, Source.inPrecision(text, precision)));
  }

  @ParameterizedTest
  @ValueSource(strings = {CLIPPED + AVERAGED, CLIPPED_BY_VALUE})
  void networkWhoseGradientIsClippedIsAlikeToo(String around, @TempDir Path files) {
    CompiledModel applied = network("ADAM", SCHEDULED + around, "float");

    assertAlike(applied, applied.another(0), files);
  }

  /**
   * A batch adds up the gradient of 24 of the 30 rows, and updates them before it looks at more.
   */
  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void weightsThatABatchUpdatesBlockByBlockAreAlikeToo(String precision, @TempDir Path files) {
    String wide =
        """
        @Trainable
        @Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
        class Model {
          @Parameter(shape = {30, 3200}, init = Init.XAVIER) T[] weights;

          @Loss
          T loss(@Shape(3) T[] xs, T target) {
            T[] inputs = new T[3200];
            for (int i = 0; i < 3200; i++) {
              inputs[i] = xs[i % 3] + i % 7;
            }
            T[] outputs = Ops.tanh(Ops.matrixVector(weights, inputs));
            return Losses.squared(outputs[1] * outputs[29], target);
          }
        }
        """;
    CompiledModel applied = Source.model(Source.inPrecision(wide, precision));

    assertAlike(applied, applied.another(0), files);
  }

  private static void assertAlike(CompiledModel applied, CompiledModel batched, Path files) {
    // That of LARS is a factor of a parameter's norm, and too large where nothing is scaled.
    applied.trainer().baseLearningRate(0.01);
    batched.trainer().baseLearningRate(0.01);
    Object examples = applied.examples(EXAMPLES);
    for (int update = 0; update < 12; update++) {
      int from = update % 3;
      int to = from + 1 + update % 2;
      LossAndGradient elsewhere = applied.gradient(examples, from, to);

      applied.applyGradient(elsewhere.loss(), elsewhere.gradient());

      assertThat(batched.trainBatch(examples, from, to)).isEqualTo(elsewhere.loss());
      assertThat(applied.parameters()).isEqualTo(batched.parameters());
    }
    assertThat(state(applied, files)).isEqualTo(state(batched, files));
  }

  /** Parameters, optimizer, averages and clocks: the bytes of a checkpoint. */
  private static byte[] state(CompiledModel model, Path files) {
    try {
      Path file = files.resolve("state.safetensors");
      model.trainer().save(file);
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void gradientByHandIsAppliedAlike(@TempDir Path files) {
    String byHand =
        """
        @Trainable
        @Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
        class Model {
          @Parameter float slope = 0.5f;
          @Parameter float[] weights = {1, 2, 3};

          @Loss
          float loss(float[] xs, float target) {
            return slope * xs[0] + weights[2] * weights[2] * xs[2];
          }

          @Gradient
          float gradient(float[] xs, float target, float[] dSlope, float[] dWeights) {
            dSlope[0] += xs[0];
            dWeights[2] += 2 * weights[2] * xs[2];
            return loss(xs, target);
          }
        }
        """;
    CompiledModel applied = Source.model(byHand);

    assertAlike(applied, applied.another(0), files);
  }

  @Test
  void gradientsOfPartsOfABatchAddUpToItsOwn() {
    CompiledModel applied = network("ADAM, learningRate = 0.1", "", "double");
    CompiledModel batched = applied.another(0);
    Object examples = applied.examples(EXAMPLES);
    LossAndGradient two = applied.gradient(examples, 0, 2);
    LossAndGradient three = applied.gradient(examples, 2, 5);
    double[] mean = new double[two.gradient().length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (2 * two.gradient()[i] + 3 * three.gradient()[i]) / 5;
    }

    applied.applyGradient((2 * two.loss() + 3 * three.loss()) / 5, mean);

    batched.trainBatch(examples, 0, 5);
    assertThat(applied.parameters()).containsExactly(batched.parameters(), within(1e-9));
  }

  @Test
  void gradientStaysAsTheCallerGaveIt() {
    CompiledModel model = network("SGD", "@GradientClipping(norm = 0.01)", "double");
    double[] gradient = model.gradient(model.examples(EXAMPLES), 0, 5).gradient();
    double[] before = gradient.clone();

    ((DoubleTrainer<?>) model.trainer()).applyGradient(1, gradient);

    assertThat(gradient).isEqualTo(before);
  }

  /** Two tables, the second of rows, under an optimizer whose state moves rows on. */
  private static final String TABLES =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.5, momentum = 0.5)
      class Model {
        @Sparse @Parameter(shape = {4, 2}) double[] flat;
        @Sparse @Parameter(shape = {3, 2}) double[][] rows;

        @Loss
        double loss(int i, int j, double y) {
          return Losses.squared(flat[2 * i] + rows[j][1] * y, 1);
        }
      }
      """;

  @Test
  void rowsOfASparseTableWithAGradientAreUpdatedAndNoOthers() {
    CompiledModel applied = Source.model(TABLES);
    double[] onRowsOneAndTwo = {0, 0, 1, 0, 0, 0, 0, 0, /* rows */ 0, 0, 0, 0, 0, 4};
    double[] onRowsThreeAndTwo = {0, 0, 0, 0, 0, 0, 2, 0, /* rows */ 0, 0, 0, 0, 8, 0};

    applied.applyGradient(1, onRowsOneAndTwo);
    applied.applyGradient(1, onRowsThreeAndTwo);

    // Only the last of rows was moved twice, and its momentum with it: 0.5 * (4 + 0.5 * 4).
    assertThat(applied.parameters())
        .containsExactly(0, 0, -0.5, 0, 0, 0, -1, 0, 0, 0, 0, 0, -4, -3);
  }

  @Test
  void sparseTablesAreLeftWithTheBitsOfABatch(@TempDir Path files) {
    CompiledModel applied = Source.model(TABLES);
    CompiledModel batched = applied.another(0);
    Object examples =
        applied.examples(
            List.of(new Object[] {1, 2, 0.3}, new Object[] {3, 0, -1.1}, new Object[] {1, 0, 0.7}));
    for (int update = 0; update < 12; update++) {
      int from = update % 2;
      LossAndGradient elsewhere = applied.gradient(examples, from, from + 2);

      applied.applyGradient(elsewhere.loss(), elsewhere.gradient());
      batched.trainBatch(examples, from, from + 2);
    }
    assertThat(state(applied, files)).isEqualTo(state(batched, files));
  }

  @Test
  void touchedRowWhoseGradientIsZeroStaysWhereABatchMovesItOn() {
    CompiledModel applied = Source.model(TABLES);
    CompiledModel batched = applied.another(0);
    Object moving = applied.examples(List.<Object[]>of(new Object[] {0, 0, 1.0}));
    applied.trainBatch(moving, 0, 1);
    batched.trainBatch(moving, 0, 1);
    double[] before = applied.parameters();
    Object solved = applied.examples(List.<Object[]>of(new Object[] {0, 0, 0.0}));
    double[] ofRows = applied.gradient(solved, 0, 1).gradient();

    applied.applyGradient(1, ofRows);
    batched.trainBatch(solved, 0, 1);

    assertThat(ofRows[9]).as("rows[0][1] is times 0").isZero();
    assertThat(applied.parameters()[9]).isEqualTo(before[9]);
    assertThat(batched.parameters()[9]).isEqualTo(before[9] * 1.5);
  }

  @Test
  void frozenParameterHasNoGradientToLookAt() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter(frozen = true) double[] fixed = {1, 2};
              @Parameter double slope = 3;
              @Parameter(frozen = true) double still = 4;

              @Loss
              double loss(double x) {
                return Losses.squared(slope * x + fixed[0] + still, fixed[1]);
              }
            }
            """);

    model.applyGradient(1, new double[] {Double.NaN, 5, 10, Double.NaN});

    assertThat(model.parameters()).containsExactly(1, 2, 2, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@GradientClipping(norm = 1)", "@GradientClipping(value = 1)"})
  void elementThatIsNotFiniteIsNamedAndNothingHasChanged(String around, @TempDir Path files) {
    for (String precision : List.of("double", "float")) {
      CompiledModel model = network("ADAM", around, precision);
      CompiledModel untroubled = model.another(0);
      double[] gradient = model.gradient(model.examples(EXAMPLES), 0, 5).gradient();
      double[] broken = gradient.clone();
      broken[17] = Double.NaN;
      broken[30] = Double.POSITIVE_INFINITY;

      assertThatExceptionOfType(NonFiniteGradientException.class)
          .isThrownBy(() -> model.applyGradient(1, broken))
          .satisfies(
              refused -> {
                assertThat(refused.parameter()).isEqualTo("bySums");
                assertThat(refused.element()).hasValue(2);
                assertThat(refused.step()).isZero();
              });

      assertThat(state(model, files)).isEqualTo(state(untroubled, files));
      model.applyGradient(1, gradient);
      untroubled.applyGradient(1, gradient);
      assertThat(model.parameters()).isEqualTo(untroubled.parameters());
    }
  }

  @Test
  void numberThatIsNotFiniteIsNamedToo() {
    CompiledModel model = network("SGD", "", "double");
    double[] gradient = new double[31];
    gradient[30] = Double.NEGATIVE_INFINITY;

    assertThatExceptionOfType(NonFiniteGradientException.class)
        .isThrownBy(() -> model.applyGradient(1, gradient))
        .satisfies(refused -> assertThat(refused.parameter()).isEqualTo("offset"));
  }

  @Test
  void lossThatIsNotFiniteIsRefused(@TempDir Path files) {
    CompiledModel model = network("ADAM", "", "double");

    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> model.applyGradient(Double.NaN, new double[31]))
        .withMessageStartingWith("the loss of step 0 is NaN (learning rate 0.001)");

    assertThat(state(model, files)).isEqualTo(state(model.another(0), files));
  }

  @Test
  void anotherLengthIsRefused() {
    CompiledModel model = network("ADAM", "", "float");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.applyGradient(1, new double[30]))
        .withMessage("gradient has length 30, expected 31");
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void averageIsNotUpdatedInPlaceOfTheWeights() {
    CompiledModel model = network("ADAM", "@WeightAveraging", "double");
    model.applyGradient(1, new double[31]);

    assertThatIllegalStateException()
        .isThrownBy(
            () -> model.trainer().withAveragedWeights(() -> model.applyGradient(1, new double[31])))
        .withMessageContaining("average");
    assertThat(model.trainer().stepCount()).isEqualTo(1);
  }

  @Test
  void scheduleWithoutAnEndIsRefusedAsByABatch() {
    CompiledModel model = network("ADAM", "@Schedule(Decay.COSINE)", "double");

    assertThatIllegalStateException()
        .isThrownBy(() -> model.applyGradient(1, new double[31]))
        .withMessageContaining("@Training");
  }

  @Test
  void monitorSeesLossAndGradientAndChangesNothing(@TempDir Path files) {
    CompiledModel watched = network("ADAM, learningRate = 0.1", "", "float");
    TrainingMonitor monitor = new TrainingMonitor();
    watched.trainer().monitor(monitor);

    assertAlike(watched, watched.another(0), files);

    LossAndGradient last = watched.gradient(watched.examples(EXAMPLES), 0, 5);
    watched.applyGradient(last.loss(), last.gradient());
    double squares = 0;
    for (double element : last.gradient()) {
      squares += element * element;
    }
    assertThat(monitor.gradientNorm()).isCloseTo(Math.sqrt(squares), within(1e-6));
    assertThat(monitor.findings()).isEmpty();
  }

  @Test
  void monitorIsToldOfWhatIsRefused() {
    CompiledModel model = network("ADAM", "", "double");
    TrainingMonitor monitor = new TrainingMonitor();
    model.trainer().monitor(monitor);
    double[] broken = new double[31];
    broken[20] = Double.NaN;

    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> model.applyGradient(Double.POSITIVE_INFINITY, new double[31]));
    assertThatExceptionOfType(NonFiniteGradientException.class)
        .isThrownBy(() -> model.applyGradient(1, broken));

    assertThat(monitor.findings())
        .extracting(Finding::id)
        .containsExactly("non-finite-loss", "non-finite-gradient");
    assertThat(monitor.findings().get(0).evidence())
        .contains("it was computed elsewhere, with the gradient");
    assertThat(monitor.findings().get(1).evidence()).contains("by outer, element 0");
  }

  private static CompiledModel network(String optimizer, String around, String precision) {
    String text = NETWORK.formatted(optimizer, around, "Model");
    return Source.model(Source.inPrecision(text, precision));
  }
}
