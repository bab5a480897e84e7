package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.Decay;
import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Snapshot;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.runtime.Trial;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Training that is taken back, under every schedule and with all that may stand around an update;
 * {@link EveryAlgorithmTest} does it with every optimizer.
 */
@Tag("javac")
class SnapshotTest {
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(%s)
      %s
      @SuppressWarnings({"brisk:rate-jumps", "brisk:schedule-ends-early",
        "brisk:schedule-cut-short", "brisk:warmup-long", "brisk:gamma-above-one",
        "brisk:decay-without-effect", "brisk:momentum-overridden"})
      class Model {
        @Parameter(shape = {4, 3}, init = Init.XAVIER) T[] w;
        @Parameter(shape = 4) T[] b;
        @Parameter(shape = {2, 4}, init = Init.XAVIER) T[][] out;
        @Parameter T offset = 1;
        @Parameter(frozen = true) T held = 2;

        @Loss
        T loss(@Shape(3) T[] xs, T target) {
          T[] hidden = Ops.tanh(%s);
          return Losses.squared(Ops.dot(out[1], hidden) + offset * held, target);
        }
      }
      """;

  private static final String AFFINE = "Ops.affine(w, b, xs)";

  private static JavaFileObject source(
      String optimizer, String around, String hidden, String precision) {
    String text = MODEL.formatted(optimizer, around, hidden);
    return Source.of("Model", Source.inPrecision(text, precision));
  }

  private static CompiledModel model(String optimizer, String around, String precision) {
    return CompiledModel.of(
        Source.compiled(source(optimizer, around, AFFINE, precision)), "models.Model", "loss");
  }

  private static Object examples(CompiledModel model) {
    return model.examples(
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    new Object[] {new float[] {i - 2, 0.5f * i, (float) Math.sin(i)}, 1f / (1 + i)})
            .toList());
  }

  private static String attributes(Decay decay) {
    return switch (decay) {
      case STEP -> "stepSize = 7, gamma = 0.5";
      case MULTI_STEP -> "milestones = {5, 17, 30}";
      case EXPONENTIAL -> "gamma = 0.99";
      case COSINE_RESTARTS -> "period = 5, periodMultiplier = 3";
      case CYCLIC -> "maxLearningRate = 0.05, stepSizeUp = 4, cycleMomentum = true";
      case ONE_CYCLE -> "cycleMomentum = true";
      case INVERSE_SQRT -> "stepSize = 20";
      case INVERSE_TIME -> "gamma = 0.5";
      case PLATEAU -> "patience = 0, factor = 0.9, cooldown = 1";
      default -> "steps = 60";
    };
  }

  @ParameterizedTest
  @EnumSource
  void goesOnUnderEverySchedule(Decay decay) {
    String schedule =
        "@Training(epochs = 20, batchSize = 2, examples = 12) @Schedule(value = Decay.%s, %s)"
            .formatted(decay, attributes(decay));
    CompiledModel model =
        model("value = Algorithm.SGD, learningRate = 0.01, momentum = 0.8", schedule, "double");

    Replay.assertExact(model, examples(model));
  }

  @Test
  void goesOnInTheMiddleOfEpochsAndAWarmup() {
    String schedule =
        "@Training(epochs = 50, batchSize = 2, examples = 12) @Warmup(steps = 20)"
            + " @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)";
    CompiledModel model = model("value = Algorithm.ADAM, learningRate = 0.01", schedule, "float");

    Replay.assertExact(model, examples(model));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@GradientClipping(norm = 0.1)",
        "@GradientClipping(value = 0.01)",
        "@WeightAveraging(value = Averaging.EMA, decay = 0.9)",
        "@WeightAveraging(value = Averaging.SWA, start = 20)",
        "@BatchScaling(baseBatchSize = 2, rule = ScalingRule.SQUARE_ROOT)"
      })
  void goesOnWithWhatStandsAroundAnUpdate(String around) {
    for (String precision : List.of("double", "float")) {
      CompiledModel model = model("value = Algorithm.ADAM, learningRate = 0.01", around, precision);

      Replay.assertExact(model, examples(model));
    }
  }

  @Test
  void dropsTheSameElementsAgain() {
    ClassLoader loader =
        Source.compiled(
            source(
                "value = Algorithm.SGD, learningRate = 0.01",
                "",
                "Ops.dropout(" + AFFINE + ", 0.5)",
                "double"));
    CompiledModel model = CompiledModel.of(loader, "models.Model", "loss");

    Replay.assertExact(model, examples(model));
  }

  @Test
  void fitGoesOnInTheSameOrderWithTheSameHistory() {
    CompiledModel model =
        model(
            "value = Algorithm.ADAM, learningRate = 0.01",
            "@BatchScaling(baseBatchSize = 2, rule = ScalingRule.SQUARE_ROOT)"
                + "@Schedule(Decay.COSINE)",
            "double");
    Object examples = examples(model);
    Fit fit = Fit.epochs(3).batchSize(4).validation((Examples<?>) examples);
    model.fit(examples, fit);
    Snapshot before = model.trainer().snapshot();

    List<Epoch> first = model.fit(examples, fit).epochs();
    model.trainer().restore(before);

    assertThat(model.fit(examples, fit).epochs()).hasSize(6).isEqualTo(first);
  }

  @Test
  void anotherTrainerGoesOnWithTheSeedOfTheFirst() {
    ClassLoader loader =
        Source.compiled(
            source(
                "value = Algorithm.ADAM, learningRate = 0.01",
                "",
                "Ops.dropout(" + AFFINE + ", 0.5)",
                "float"));
    CompiledModel one = CompiledModel.of(CompiledModel.object(loader, "models.Model"), "loss", 1);
    CompiledModel other = CompiledModel.of(CompiledModel.object(loader, "models.Model"), "loss", 2);
    Replay.train(one, examples(one), 10);

    other.trainer().restore(one.trainer().snapshot());

    assertThat(other.fit(examples(other), Fit.epochs(5).batchSize(4)).epochs())
        .isEqualTo(one.fit(examples(one), Fit.epochs(5).batchSize(4)).epochs());
    assertThat(other.parameters()).isEqualTo(one.parameters());
  }

  @Test
  void fitGoesOnFromAFileInTheSameOrderWithTheSameHistory() {
    CompiledModel model =
        model(
            "value = Algorithm.ADAM, learningRate = 0.01",
            "@BatchScaling(baseBatchSize = 2, rule = ScalingRule.SQUARE_ROOT)"
                + "@Schedule(Decay.COSINE)",
            "float");
    Object examples = examples(model);
    Fit fit = Fit.epochs(3).batchSize(4).validation((Examples<?>) examples);
    model.fit(examples, fit);

    CompiledModel other = Replay.fromFile(model);

    assertThat(other.fit(examples, fit).epochs())
        .hasSize(6)
        .isEqualTo(model.fit(examples, fit).epochs());
    assertThat(other.parameters()).isEqualTo(model.parameters());
  }

  @Test
  void fillsTheArraysThatAreThere() {
    CompiledModel model = model("value = Algorithm.SGD, learningRate = 0.01", "", "double");
    Snapshot before = model.trainer().snapshot();
    double[] w = (double[]) field(model, "w");
    double[][] out = (double[][]) field(model, "out");
    double[] row = out[1];
    double[] first = w.clone();
    Replay.train(model, examples(model), 10);

    model.trainer().restore(before);

    assertThat(field(model, "w")).isSameAs(w);
    assertThat(field(model, "out")).isSameAs(out);
    assertThat(out[1]).isSameAs(row);
    assertThat(w).containsExactly(first);
  }

  @Test
  void aSnapshotDoesNotChangeWithTheTrainer() {
    CompiledModel model = model("value = Algorithm.SGD, learningRate = 0.01", "", "double");
    Snapshot before = model.trainer().snapshot();
    double[] first = model.parameters();

    for (int i = 0; i < 2; i++) {
      Replay.train(model, examples(model), 5);
      model.trainer().restore(before);
      assertThat(model.parameters()).containsExactly(first);
    }
  }

  @Test
  void refusesTheSnapshotOfAnotherClass() {
    String optimizer = "value = Algorithm.SGD, learningRate = 0.01";
    JavaFileObject source = source(optimizer, "", AFFINE, "double");
    CompiledModel model = CompiledModel.of(compiledAnew(source), "models.Model", "loss");
    CompiledModel other = CompiledModel.of(compiledAnew(source), "models.Model", "loss");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.trainer().restore(other.trainer().snapshot()))
        .withMessage(
            "the snapshot is of a models.ModelTrainer, and cannot be restored into a"
                + " models.ModelTrainer of another class loader");
  }

  private static ClassLoader compiledAnew(JavaFileObject source) {
    return new GeneratedClasses(Compilations.compile(List.of(source)));
  }

  @Test
  void refusesOtherLengthsAndChangesNothing() {
    ClassLoader loader = openLengths();
    CompiledModel three = openLength(loader, new double[3], new double[][] {{1}, {2, 3}});
    CompiledModel five = openLength(loader, new double[5], new double[][] {{1}, {2, 3}});
    CompiledModel ragged = openLength(loader, new double[3], new double[][] {{1}, {2, 3, 4}});
    Object examples = three.examples(List.of(new Object[] {1.0}, new Object[] {2.0}));
    three.trainBatch(examples, 0, 2);
    double[] parameters = three.parameters();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> three.trainer().restore(five.trainer().snapshot()))
        .withMessage("w has length 3, in the snapshot it has 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> three.trainer().restore(ragged.trainer().snapshot()))
        .withMessage("table[1] has length 2, in the snapshot it has 3");
    assertThat(three.parameters()).containsExactly(parameters);
    assertThat(three.trainer().stepCount()).isEqualTo(1);
  }

  private static ClassLoader openLengths() {
    return Source.compiled(
        Source.of(
            "Model",
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.01)
            class Model {
              @Parameter double[] w = {};
              @Parameter double[][] table = {};

              @Loss
              double loss(double x) {
                return Losses.squared(w[0] * x + table[1][0], 3);
              }
            }
            """));
  }

  private static CompiledModel openLength(ClassLoader loader, double[] w, double[][] table) {
    Object model = CompiledModel.object(loader, "models.Model");
    set(model, "w", w);
    set(model, "table", table);
    return CompiledModel.of(model, "loss");
  }

  @Test
  void refusesWhileTheModelHoldsTheAverage() {
    CompiledModel model =
        model(
            "value = Algorithm.SGD, learningRate = 0.01",
            "@WeightAveraging(value = Averaging.EMA, decay = 0.9)",
            "double");
    Trainer<?> trainer = model.trainer();
    Replay.train(model, examples(model), 5);
    Snapshot before = trainer.snapshot();

    trainer.withAveragedWeights(
        () -> {
          assertThatIllegalStateException().isThrownBy(trainer::snapshot);
          assertThatIllegalStateException().isThrownBy(trainer::trial);
          assertThatIllegalStateException().isThrownBy(() -> trainer.restore(before));
          assertThatIllegalStateException().isThrownBy(() -> trainer.save(Path.of("none")));
          assertThatIllegalStateException().isThrownBy(() -> trainer.restore(Path.of("none")));
        });
  }

  @Test
  void aTrialAsksNoScheduleForItsRateOrMomentum() {
    CompiledModel model =
        model(
            "value = Algorithm.SGD, learningRate = 0.01, momentum = 0.8",
            "@Schedule(value = Decay.ONE_CYCLE, cycleMomentum = true)",
            "double");
    CompiledModel plain =
        model("value = Algorithm.SGD, learningRate = 0.01, momentum = 0.8", "", "double");
    Object examples = examples(model);
    assertThatIllegalStateException().isThrownBy(() -> model.trainBatch(examples, 0, 2));

    for (CompiledModel each : List.of(model, plain)) {
      trainInTrial(each.trainer(), examples(each), 3, 0.01);
    }
    Replay.train(plain, examples(plain), 0);
    assertThat(model.parameters()).containsExactly(plain.parameters());
  }

  /** Ends with what the trial came to. */
  private static <E extends Examples<E>> void trainInTrial(
      Trainer<E> trainer, Object examples, int steps, double rate) {
    @SuppressWarnings("unchecked")
    E typed = (E) examples;
    Snapshot after;
    try (Trial<E> trial = trainer.trial()) {
      for (int i = 0; i < steps; i++) {
        trial.trainBatch(typed, 0, 3, rate);
      }
      after = trainer.snapshot();
    }
    assertThat(trainer.stepCount()).isZero();
    trainer.restore(after);
    assertThat(trainer.stepCount()).isEqualTo(steps);
  }

  @Test
  void tellsItsAnnotationWithAnotherRate() {
    Trainer<?> sgd =
        model(
                "value = Algorithm.SGD, momentum = 0.8, nesterov = true, learningRate = 0.01",
                "",
                "double")
            .trainer();
    Trainer<?> adam =
        model(
                "value = Algorithm.ADAM, learningRate = 0.01",
                "@BatchScaling(baseBatchSize = 32, rule = ScalingRule.SQUARE_ROOT)",
                "double")
            .trainer();

    assertThat(sgd.annotationFor(0.2512, 32))
        .isEqualTo("@Optimizer(value = SGD, learningRate = 0.25, momentum = 0.8, nesterov = true)");
    assertThat(adam.annotationFor(0.003, 32))
        .isEqualTo("@Optimizer(value = ADAM, learningRate = 3e-3)");
    assertThat(adam.annotationFor(0.003, 128))
        .isEqualTo("@Optimizer(value = ADAM, learningRate = 1.5e-3)");
  }

  private static Object field(CompiledModel model, String name) {
    try {
      Field field = model.model().getClass().getDeclaredField(name);
      field.setAccessible(true);
      return field.get(model.model());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void set(Object model, String name, Object value) {
    try {
      Field field = model.getClass().getDeclaredField(name);
      field.setAccessible(true);
      field.set(model, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
