package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.brisk.Algorithm;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Updates allocate nothing, once every length of array has been seen; nor do predictions, beyond
 * what they return.
 */
final class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 3000;
  private static final int MEASURED = 5000;
  private static final int ROUNDS = 5;
  private static final int MOST_ROUNDS = 300;

  /** One tanh layer: {@code hidden} is an array for intermediate values. */
  private static final String FIXED =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Parameter(shape = {4, 3}, init = Init.XAVIER) T[] inner;
        @Parameter(shape = 4, init = Init.XAVIER) T[] outer;
        @Parameter T offset;

        @Loss
        T loss(@Shape(3) T[] xs, T target) {
          T[] hidden = new T[4];
          for (int h = 0; h < 4; h++) {
            T sum = 0;
            for (int i = 0; i < 3; i++) {
              sum += inner[h * 3 + i] * xs[i];
            }
            hidden[h] = sum / (1 + sum * sum);
          }
          T predicted = offset;
          for (int h = 0; h < 4; h++) {
            predicted += outer[h] * hidden[h];
          }
          return (predicted - target) * (predicted - target);
        }
      }
      """;

  /** Smoothing of a series: its values are recorded for the way back. */
  private static final String VARYING =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Parameter T keep = 0.3#;
        @Parameter T[] weight = {0.5#, 0.1#};

        @Loss
        T loss(T[] xs, T target) {
          T[] level = new T[xs.length];
          T last = 0;
          for (int i = 0; i < xs.length; i++) {
            last = keep * last + weight[0] * xs[i] / (1 + last * last);
            level[i] = last * last;
          }
          T total = weight[1];
          for (int i = 0; i < xs.length; i++) {
            total += level[i] * keep;
          }
          return (total - target) * (total - target);
        }
      }
      """;

  /** A gradient by hand, of an array, of rows and of a scalar. */
  private static final String BY_HAND =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Parameter(shape = 3) T[] weights;
        @Parameter(shape = {1, 3}, init = Init.XAVIER) T[][] rows;
        @Parameter T offset;

        @Loss
        T loss(@Shape(3) T[] xs, T target) {
          T error = offset - target;
          for (int i = 0; i < 3; i++) {
            error += (weights[i] + rows[0][i]) * xs[i];
          }
          return error * error;
        }

        @Gradient
        T gradient(T[] xs, T target, T[] dWeights, T[][] dRows, T[] dOffset) {
          T error = offset - target;
          for (int i = 0; i < 3; i++) {
            error += (weights[i] + rows[0][i]) * xs[i];
          }
          for (int i = 0; i < 3; i++) {
            dWeights[i] += 2 * error * xs[i];
            dRows[0][i] += 2 * error * xs[i];
          }
          dOffset[0] += 2 * error;
          return error * error;
        }
      }
      """;

  /** A state that is overwritten step by step, and a table of which an example touches a row. */
  private static final String IN_PLACE =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Sparse @Parameter(shape = {6, 2}, init = Init.XAVIER) T[][] table;
        @Parameter(shape = {2, 2}, init = Init.XAVIER) T[][] weights;

        @Loss
        T loss(T[] xs, T target) {
          int chosen = xs.length;
          T[] state = table[chosen].clone();
          T[][] kept = new T[xs.length][2];
          for (int t = 0; t < xs.length; t++) {
            state[0] = state[0] * weights[0][0] / (1 + state[1] * state[1]) + xs[t];
            state[1] = state[1] * weights[1][0] + state[0] * weights[1][1];
            kept[t][t %% 2] = state[0] * state[1];
          }
          T total = weights[0][1];
          for (T[] row : kept) {
            total += row[0] - row[1];
          }
          return (total - target) * (total - target);
        }
      }
      """;

  /** A network whose batches are computed at once. */
  private static final String NETWORK =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Parameter(shape = {4, 3}, init = Init.XAVIER) T[] inner;
        @Parameter(shape = 4, init = Init.XAVIER) T[] bias;
        @Parameter(shape = {2, 4}, init = Init.XAVIER) T[] outer;

        @Loss
        T loss(@Shape(3) T[] xs, T target) {
          T[] hidden = Ops.dropout(Ops.tanh(Ops.affine(inner, bias, xs)), 0.2);
          T[] outputs = Ops.matrixVector(outer, hidden);
          return (outputs[0] - target) * (outputs[0] - target) + outputs[1] * outputs[1];
        }
      }
      """;

  /** Calls the trainer directly: calls by reflection allocate. */
  private static final String DRIVER =
      """
      class Driver {
        private static final T[][] ROWS = {%s};
        private static final T[] TARGETS = {0.5#, -0.5#, 0.25#, 1#};

        private static final class Steps implements Runnable {
          private final ModelTrainer trainer = new ModelTrainer(new Model(), 7);
          private int next;

          @Override
          public void run() {
            trainer.step(ROWS[next %% 4], TARGETS[next %% 4]);
            next++;
          }
        }

        private static final class Batches implements Runnable {
          private final ModelTrainer trainer = new ModelTrainer(new Model(), 7);
          private final ModelTrainer.Examples examples = ModelTrainer.examples(ROWS, TARGETS);
          private int next;

          @Override
          public void run() {
            trainer.trainBatch(examples, next %% 2, 2 + next %% 3);
            next++;
          }
        }

        private static final class Applied implements Runnable {
          private final ModelTrainer trainer = new ModelTrainer(new Model(), 7);
          private final ModelTrainer.Examples examples = ModelTrainer.examples(ROWS, TARGETS);
          private final T[] gradient =
              new T[trainer.layout().stream().mapToInt(layout -> layout.size()).sum()];
          private int next;

          @Override
          public void run() {
            double loss = trainer.gradient(examples, next %% 2, 2 + next %% 3, gradient);
            trainer.applyGradient(loss, gradient);
            next++;
          }
        }

        static Runnable applied() {
          return new Applied();
        }

        static Runnable steps() {
          return new Steps();
        }

        static Runnable batches() {
          return new Batches();
        }
      }
      """;

  private static final String MONITORED =
      "{ trainer.monitor(new dev.brisk.diagnose.TrainingMonitor()); } ";

  /** Predictions over arrays of their own, of lengths that are fixed and of others. */
  private static final String PREDICTING =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.01)
      class Model {
        @Parameter(shape = {4, 3}, init = Init.XAVIER) T[][] weights;

        @Loss
        T loss(T[] xs, T target) {
          T error = weights[0][0] * xs[0] - target;
          return error * error;
        }

        @Predict
        T[] scores(T[] xs) {
          T[] running = sums(xs);
          T[] scores = new T[4];
          for (int k = 0; k < 4; k++) {
            for (T sum : running) {
              scores[k] += weights[k][0] * sum;
            }
          }
          return scores;
        }

        @Predict
        T[] sums(T[] xs) {
          T[] sums = new T[2 * xs.length];
          for (int i = 0; i < xs.length; i++) {
            sums[i] = i == 0 ? xs[i] : sums[i - 1] + xs[i];
          }
          return sums;
        }

        @Predict
        int chosen(T[] xs) {
          return dev.brisk.ops.Ops.argmax(scores(xs));
        }
      }
      """;

  /** What is kept is allocated, whatever the compiler at run time makes of it. */
  private static final String PREDICTING_DRIVER =
      """
      class Driver {
        private static final T[][] ROWS = {{1, 0.5#}, {1}, {0.25#, 0, 1, -1, 1}, {-1, 1, 0}};
        private static final ModelTrainer TRAINER = new ModelTrainer(new Model(), 7);
        private static final ModelTrainer.Examples EXAMPLES =
            ModelTrainer.examples(ROWS, new T[] {0, 0, 0, 0});
        private static final T[] OUT = new T[4];
        private static final T[][] OUTS = {new T[4], new T[2], new T[10], new T[6]};
        private static int next;
        private static Object kept = "";
        private static int chosen;

        static Runnable into() {
          return () -> {
            int row = next++ % 4;
            TRAINER.scores(ROWS[row], OUT);
            TRAINER.sums(ROWS[row], OUTS[row]);
            chosen += TRAINER.chosen(ROWS[row]);
          };
        }

        static Runnable all() {
          return () -> {
            kept = TRAINER.scores(EXAMPLES);
            kept = TRAINER.sums(EXAMPLES);
            kept = TRAINER.chosen(EXAMPLES);
          };
        }

        static Runnable results() {
          return () -> {
            T[][] scores = new T[4][];
            T[][] sums = new T[4][];
            for (int row = 0; row < 4; row++) {
              scores[row] = new T[4];
              sums[row] = new T[2 * ROWS[row].length];
            }
            kept = scores;
            kept = sums;
            kept = new int[4];
          };
        }
      }
      """;

  private static final String FIXED_ROWS = "{1, 0, 0}, {0, 1, 0.5#}, {0.25#, 0, 1}, {-1, 1, 0}";
  private static final String VARYING_ROWS = "{1, 0.5#}, {1}, {0.25#, 0, 1, -1, 1}, {-1, 1, 0}";

  @ParameterizedTest
  @MethodSource("models")
  void stepAllocatesNothing(String optimizer, String precision, String model, String rows) {
    assertThat(allocated(updates("steps", optimizer, precision, model, rows))).isZero();
  }

  @ParameterizedTest
  @MethodSource("models")
  void trainBatchAllocatesNothing(String optimizer, String precision, String model, String rows) {
    assertThat(allocated(updates("batches", optimizer, precision, model, rows))).isZero();
  }

  @ParameterizedTest
  @MethodSource("monitored")
  void applyGradientAllocatesNothing(
      String optimizer, String precision, String model, String rows) {
    assertThat(allocated(updates("applied", optimizer, precision, model, rows))).isZero();
  }

  @ParameterizedTest
  @MethodSource("monitored")
  void monitoredUpdateAllocatesNothing(
      String optimizer, String precision, String model, String rows) {
    for (String kind : new String[] {"steps", "batches", "applied"}) {
      JavaFileObject modelSource =
          Source.of("Model", Source.inPrecision(model.formatted(optimizer), precision));
      String driver = DRIVER.replace("private int next;", MONITORED + "private int next;");
      JavaFileObject driverSource =
          Source.of("Driver", Source.inPrecision(driver.formatted(rows), precision));
      assertThat(allocated(runnable(kind, modelSource, driverSource))).as(kind).isZero();
    }
  }

  static Stream<Arguments> monitored() {
    String descent = "value = Algorithm.SGD, learningRate = 0.01";
    String clipped = "value = Algorithm.ADAM) @GradientClipping(norm = 0.1";
    return Stream.of(
        Arguments.of(descent, "double", FIXED, FIXED_ROWS),
        Arguments.of(clipped, "float", FIXED, FIXED_ROWS),
        Arguments.of(descent, "float", VARYING, VARYING_ROWS),
        Arguments.of(clipped, "double", BY_HAND, FIXED_ROWS),
        Arguments.of(descent, "float", NETWORK.replace("Ops.tanh", "Ops.relu"), FIXED_ROWS),
        Arguments.of(clipped, "double", IN_PLACE, VARYING_ROWS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Warmup(steps = 9) @Schedule(value = Decay.MULTI_STEP, milestones = {9, 4000})",
        "@Schedule(value = Decay.ONE_CYCLE, steps = 9000)",
        "@Schedule(value = Decay.COSINE_RESTARTS, period = 10, periodMultiplier = 2)",
        "@Schedule(value = Decay.CYCLIC, maxLearningRate = 0.02, mode = CycleMode.EXP_RANGE)",
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.9, interval = Interval.EPOCH)",
        "@Schedule(Decay.PLATEAU)"
      })
  void stepAllocatesNothingUnderASchedule(String schedule) {
    String model = FIXED.replace("class Model", schedule + " class Model");
    String optimizer = "value = Algorithm.SGD, learningRate = 0.01";
    assertThat(allocated(updates("steps", optimizer, "double", model, FIXED_ROWS))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"value = Algorithm.SGD, momentum = 0.95", "Algorithm.ADAM", "Algorithm.LION"})
  void stepAllocatesNothingUnderACycledMomentum(String optimizer) {
    String schedule = "@Schedule(value = Decay.ONE_CYCLE, steps = 9000, cycleMomentum = true)";
    String model = FIXED.replace("class Model", schedule + " class Model");
    assertThat(allocated(updates("steps", optimizer, "float", model, FIXED_ROWS))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void predictionIntoAnArrayAllocatesNothing(String precision) {
    assertThat(allocated(predictions("into", precision))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void predictionOfAllExamplesAllocatesItsResult(String precision) {
    long ofResults = allocated(predictions("results", precision), Long.MAX_VALUE);

    assertThat(ofResults).isPositive();
    assertThat(allocated(predictions("all", precision), ofResults)).isEqualTo(ofResults);
  }

  private static Runnable predictions(String kind, String precision) {
    return runnable(
        kind,
        Source.of("Model", Source.inPrecision(PREDICTING, precision)),
        Source.of("Driver", Source.inPrecision(PREDICTING_DRIVER, precision)));
  }

  static Stream<Arguments> models() {
    return Stream.concat(ofOptimizers(), around());
  }

  /** What stands around an update, written behind an optimizer; a sparse table is not averaged. */
  private static Stream<Arguments> around() {
    String clipped = "value = Algorithm.ADAM) @GradientClipping(norm = 0.1";
    String averaged = ") @WeightAveraging(start = 10";
    String equally = "value = Algorithm.SGD) @WeightAveraging(Averaging.SWA";
    String byValue = ") @GradientClipping(value = 0.1";
    return Stream.of("double", "float")
        .flatMap(
            precision ->
                Stream.of(
                    Arguments.of(clipped + averaged, precision, FIXED, FIXED_ROWS),
                    Arguments.of(equally + byValue, precision, VARYING, VARYING_ROWS),
                    Arguments.of(clipped + averaged, precision, BY_HAND, FIXED_ROWS),
                    Arguments.of(equally + byValue, precision, BY_HAND, FIXED_ROWS),
                    Arguments.of(clipped + averaged, precision, NETWORK, FIXED_ROWS),
                    Arguments.of(clipped, precision, IN_PLACE, VARYING_ROWS)));
  }

  private static Stream<Arguments> ofOptimizers() {
    Stream<Arguments> shapes =
        Stream.of(
                "value = Algorithm.SGD, learningRate = 0.01",
                "value = Algorithm.SGD, learningRate = 0.01, momentum = 0.9, dampening = 0.1",
                "value = Algorithm.ADAM")
            .flatMap(
                optimizer ->
                    inBothPrecisions(
                        precision ->
                            Stream.of(
                                Arguments.of(optimizer, precision, FIXED, FIXED_ROWS),
                                Arguments.of(optimizer, precision, BY_HAND, FIXED_ROWS),
                                Arguments.of(optimizer, precision, NETWORK, FIXED_ROWS),
                                Arguments.of(optimizer, precision, IN_PLACE, VARYING_ROWS),
                                Arguments.of(optimizer, precision, VARYING, VARYING_ROWS))));
    Stream<Arguments> algorithms =
        Arrays.stream(Algorithm.values())
            .skip(2)
            .map(algorithm -> "value = Algorithm." + algorithm)
            .map(text -> text.endsWith("LARS") ? text + ", weightDecay = 0.1" : text)
            .flatMap(
                optimizer ->
                    inBothPrecisions(
                        precision ->
                            Stream.of(Arguments.of(optimizer, precision, BY_HAND, FIXED_ROWS))));
    return Stream.concat(shapes, algorithms);
  }

  private static Stream<Arguments> inBothPrecisions(Function<String, Stream<Arguments>> models) {
    return Stream.of("double", "float").flatMap(models);
  }

  private static Runnable updates(
      String kind, String optimizer, String precision, String model, String rows) {
    JavaFileObject modelSource =
        Source.of("Model", Source.inPrecision(model.formatted(optimizer), precision));
    JavaFileObject driver =
        Source.of("Driver", Source.inPrecision(DRIVER.formatted(rows), precision));
    return runnable(kind, modelSource, driver);
  }

  private static Runnable runnable(String kind, JavaFileObject model, JavaFileObject driver) {
    try {
      Class<?> type = Source.compiled(model, driver).loadClass("models.Driver");
      var method = type.getDeclaredMethod(kind);
      method.setAccessible(true);
      return (Runnable) method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static long allocated(Runnable update) {
    return allocated(update, 0);
  }

  /** Bytes beyond those of an empty loop; more rounds are tried while these are not all. */
  private static long allocated(Runnable update, long expected) {
    bytesOf(update, WARM_UP);
    bytesOf(() -> {}, WARM_UP);
    // The JVM itself allocates in the thread now and then, as when it deoptimises a method, in a
    // round of the update or of the empty loop. What either allocates, it allocates in every round;
    // vectors of kernels are objects until HotSpot has compiled what is around them, which takes it
    // a while.
    long updating = Long.MAX_VALUE;
    long idle = Long.MAX_VALUE;
    for (int round = 0;
        round < ROUNDS || updating - idle > expected && round < MOST_ROUNDS;
        round++) {
      updating = Math.min(updating, bytesOf(update, MEASURED));
      idle = Math.min(idle, bytesOf(() -> {}, MEASURED));
    }
    return updating - idle;
  }

  private static long bytesOf(Runnable action, int times) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      action.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
