package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.TrainingRun;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training of networks whose batches are computed at once. */
final class NetworkTest {
  private static final int INPUTS = 40;

  /** Large enough that its batches are worth two threads; %s is what stands around an update. */
  private static final String PERCEPTRON =
      """
      @Trainable
      @Optimizer(%s)
      %s
      class Model {
        @Parameter(shape = {90, 40}, init = Init.HE) T[] w1;
        @Parameter(shape = 90) T[] b1;
        @Parameter(shape = {50, 90}, init = Init.HE) T[] w2;
        @Parameter(shape = 50) T[] b2;
        @Parameter(shape = {3, 50}, init = Init.XAVIER) T[] w3;

        T[] logits(T[] xs) {
          T[] hidden = Ops.relu(Ops.affine(w1, b1, xs));
          return Ops.matrixVector(w3, Ops.tanh(Ops.affine(w2, b2, hidden)));
        }

        @Loss
        T loss(@Shape(40) T[] xs, int label) {
          return Losses.softmaxCrossEntropy(logits(xs), label);
        }
      }
      """;

  private static final String DROPPING =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Model {
        @Parameter(shape = {200, 40}, init = Init.HE) double[] w;
        @Parameter(shape = 200) double[] b;
        @Parameter(shape = 200, init = Init.NORMAL) double[] out;

        double[] byLoops(double[] xs) {
          double[] sums = new double[200];
          for (int row = 0; row < 200; row++) {
            sums[row] = b[row];
            for (int i = 0; i < 40; i++) {
              sums[row] += w[row * 40 + i] * xs[i];
            }
          }
          return sums;
        }

        @Loss
        double loss(@Shape(40) double[] xs, double target) {
          double[] hidden = Ops.dropout(%s, 0.5);
          return Losses.squared(Ops.dot(out, hidden), target);
        }
      }
      """;

  private static CompiledModel perceptron(String precision, String optimizer, String around) {
    return Source.model(Source.inPrecision(PERCEPTRON.formatted(optimizer, around), precision));
  }

  private static Object examples(CompiledModel model, boolean isDouble, int count) {
    SplittableRandom random = new SplittableRandom(5);
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[] xs = random.doubles(INPUTS, -1, 1).toArray();
      float[] singles = new float[INPUTS];
      for (int i = 0; i < INPUTS; i++) {
        singles[i] = (float) xs[i];
      }
      rows.add(new Object[] {isDouble ? xs : singles, random.nextInt(3)});
    }
    return model.examples(rows);
  }

  /** To clip at a bound that is never met sums gradients up first, and updates then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "double; value = Algorithm.ADAM",
        "double; value = Algorithm.SGD, learningRate = 0.1",
        "double; value = Algorithm.ADAMW, weightDecay = 0.1",
        "float; value = Algorithm.ADAM",
        "float; value = Algorithm.SGD, learningRate = 0.1, momentum = 0.9"
      })
  void updatesRowByRowAreThoseOfTheWholeGradient(String precision, String optimizer) {
    boolean isDouble = precision.equals("double");
    CompiledModel fused = perceptron(precision, optimizer, "");
    CompiledModel whole = perceptron(precision, optimizer, "@GradientClipping(norm = 1e30)");
    Object ofFused = examples(fused, isDouble, 70);
    Object ofWhole = examples(whole, isDouble, 70);

    for (int step = 0; step < 12; step++) {
      int from = step * 5;
      int to = from + 1 + step;
      assertThat(fused.trainBatch(ofFused, from, to))
          .isEqualTo(whole.trainBatch(ofWhole, from, to));
    }

    assertThat(fused.parameters()).containsExactly(whole.parameters());
  }

  @Test
  void stepIsABatchOfOneExample() {
    CompiledModel steps = perceptron("double", "value = Algorithm.ADAM", "");
    CompiledModel batches = perceptron("double", "value = Algorithm.ADAM", "");
    double[] xs = new SplittableRandom(3).doubles(INPUTS, -1, 1).toArray();
    Object one = batches.examples(List.<Object[]>of(new Object[] {xs, 2}));

    for (int n = 0; n < 5; n++) {
      assertThat(steps.step(xs, 2)).isEqualTo(batches.trainBatch(one, 0, 1));
    }

    assertThat(steps.parameters()).containsExactly(batches.parameters());
  }

  @Test
  void goesOnFromAFileOnAnotherNumberOfThreads() {
    CompiledModel alone = perceptron("float", "value = Algorithm.ADAM", "");
    Object examples = examples(alone, false, 300);
    Fit options = Fit.epochs(2).batchSize(61);
    alone.fit(examples, options);

    CompiledModel shared = Replay.fromFile(alone);
    alone.fit(examples, options);
    shared.fit(examples, options.threads(2));

    assertThat(shared.parameters()).containsExactly(alone.parameters());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void weightsAreTheSameForEveryNumberOfThreads(int threads) {
    for (String precision : List.of("double", "float")) {
      boolean isDouble = precision.equals("double");
      CompiledModel alone = perceptron(precision, "value = Algorithm.ADAM", "");
      CompiledModel shared = perceptron(precision, "value = Algorithm.ADAM", "");
      Fit options = Fit.epochs(3).batchSize(61);

      alone.fit(examples(alone, isDouble, 300), options);
      shared.fit(examples(shared, isDouble, 300), options.threads(threads));

      assertThat(shared.parameters()).containsExactly(alone.parameters());
    }
  }

  @Test
  void aRunThatRestsBetweenEpochsComesToTheSameWeights() {
    CompiledModel fitted = perceptron("float", "value = Algorithm.ADAM", "");
    CompiledModel rested = perceptron("float", "value = Algorithm.ADAM", "");
    Fit options = Fit.epochs(3).batchSize(61).threads(2);

    fitted.fit(examples(fitted, false, 300), options);
    TrainingRun run = rested.begin(examples(rested, false, 300), options);
    while (run.hasNext()) {
      run.next();
      rested.loss(examples(rested, false, 10));
    }

    assertThat(rested.parameters()).containsExactly(fitted.parameters());
  }

  @Test
  void aRefusedExampleOfAThreadIsRefusedByFit() {
    CompiledModel model = perceptron("float", "value = Algorithm.ADAM", "");
    double[] before = model.parameters();
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      rows.add(new Object[] {new float[INPUTS], n == 199 ? 3 : 1});
    }

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(
            () ->
                model.fit(
                    model.examples(rows), Fit.epochs(1).batchSize(200).shuffle(false).threads(2)))
        .withMessage("label is 3, expected in [0, 3)");
    assertThat(model.parameters()).containsExactly(before);
  }

  @Test
  void namesAreTheUsersOwn() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.ADAM)
            class Model {
              @Parameter(shape = {2, 3}, init = Init.HE) double[] w;
              @Parameter(shape = {2, 2}, init = Init.HE) double[] W;
              @Parameter(shape = {2, 2}, init = Init.HE) double[] KERNEL;

              @Loss
              double loss(@Shape(3) double[] first, double size, @Shape(2) double[] examples) {
                double[] train = Ops.matrixVector(W, Ops.matrixVector(w, first));
                double[] from = Ops.dropout(Ops.add(train, examples), 0);
                return Losses.squared(Ops.sum(Ops.matrixVector(KERNEL, from)), size);
              }
            }
            """);
    double[] before = model.parameters();

    model.step(new double[] {1, 2, 3}, 0.5, new double[] {1, 1});

    double[] after = model.parameters();
    for (int i = 0; i < before.length; i++) {
      assertThat(after[i]).isNotEqualTo(before[i]);
    }
  }

  @Test
  void aLossThatIsNotFiniteChangesNothing() {
    CompiledModel model = perceptron("double", "value = Algorithm.ADAM", "");
    double[] before = model.parameters();
    double[] xs = new double[INPUTS];
    xs[3] = Double.POSITIVE_INFINITY;

    assertThatExceptionOfType(NonFiniteLossException.class).isThrownBy(() -> model.step(xs, 1));

    assertThat(model.parameters()).containsExactly(before);
  }

  /** A weight whose input is always 0 has a first moment that decays for ever. */
  @Test
  void statesOfDeadWeightsStayNormal() throws ReflectiveOperationException {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.ADAM)
            class Model {
              @Parameter float[] w = {0.5f, 0.5f};

              @Loss
              float loss(float x, float dead) {
                return Losses.squared(w[0] * x + w[1] * dead, 1);
              }
            }
            """);
    model.step(1f, 1f);
    float moved = (float) model.parameters()[1];

    for (int n = 0; n < 3000; n++) {
      model.step(1f, 0f);
    }

    Field field = model.trainer().getClass().getDeclaredField("wMean");
    field.setAccessible(true);
    float[] mean = (float[]) field.get(model.trainer());
    assertThat(Math.abs(mean[1])).isGreaterThan(Float.MIN_NORMAL).isLessThan(1e-25f);
    assertThat((float) model.parameters()[1]).isCloseTo(moved, within(0.01f));
  }

  /** Of rows that are all alike each example drops others, so their gradients differ. */
  @ParameterizedTest
  @ValueSource(strings = {"Ops.relu(Ops.affine(w, b, xs))", "byLoops(xs)"})
  void onlyTrainingDrops(String dropped) {
    CompiledModel model = Source.model(DROPPING.formatted(dropped));
    double[] parameters = new SplittableRandom(2).doubles(200 * 40 + 400, 0.1, 1).toArray();
    model.parameters(parameters);
    double[] xs = new SplittableRandom(3).doubles(INPUTS, 0.1, 1).toArray();
    Object examples = model.examples(List.of(new Object[] {xs, 1.0}, new Object[] {xs, 1.0}));

    double own = model.ownLoss(xs, 1.0);
    Offset<Double> rounding = within(1e-12 * Math.abs(own));
    assertThat(model.loss(examples)).isCloseTo(own, rounding);
    assertThat(model.gradient(examples, 0, 2).loss()).isCloseTo(own, rounding);
    assertThat(model.gradient(examples, 0, 2).gradient()).doesNotContain(0.0);

    double dropping = model.step(xs, 1.0);

    assertThat(dropping).isNotCloseTo(own, within(1e-3 * Math.abs(own)));
    double[] after = model.parameters();
    long kept =
        IntStream.range(0, 200).filter(i -> after[8200 + i] != parameters[8200 + i]).count();
    assertThat(kept).isBetween(70L, 130L);
  }

  @Test
  void theSameStepDropsTheSameAndTheNextDropsOthers() {
    List<Double> losses = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      CompiledModel model =
          Source.model(DROPPING.formatted("Ops.affine(w, b, xs)").replace("= 0.1", "= 1e-12"));
      double[] xs = new SplittableRandom(3).doubles(INPUTS, 0.1, 1).toArray();
      losses.add(model.step(xs, 1.0));
      losses.add(model.step(xs, 1.0));
    }
    assertThat(losses.subList(2, 4)).isEqualTo(losses.subList(0, 2));
    assertThat(losses.get(0)).isNotEqualTo(losses.get(1));
  }
}
