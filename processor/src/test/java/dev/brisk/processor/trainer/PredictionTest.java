package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trainer predicts is what the model's own methods give, to the last bit. */
final class PredictionTest {
  /** Results of every type, made in every way. */
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.05)
      @WeightAveraging(decay = 0.5)
      class Model {
        static final int CLASSES = 3;
        static final int FEATURES = 4;

        @Parameter(shape = {CLASSES, FEATURES}, init = Init.NORMAL, standardDeviation = 0.5)
        T[][] weights;

        @Parameter(shape = CLASSES, init = Init.NORMAL) T[] bias;
        @Parameter T scale = 1.5#;

        @Loss
        T loss(@Shape(FEATURES) T[] x, T[] series, boolean flips, int label) {
          T smooth = trend(series, flips);
          return Losses.softmaxCrossEntropy(scores(x), label) + smooth * smooth * 0.01#;
        }

        @Metric
        double accuracy(T[] x, T[] series, boolean flips, int label) {
          return classify(x) == label ? 1 : 0;
        }

        /** A helper of the loss. */
        @Predict
        T[] scores(T[] x) {
          T[] scores = new T[CLASSES];
          for (int k = 0; k < CLASSES; k++) {
            T sum = bias[k];
            for (int i = 0; i < FEATURES; i++) {
              sum += weights[k][i] * x[i];
            }
            scores[k] = sum * scale;
          }
          return scores;
        }

        @Predict
        private T trend(T[] series, boolean flips) {
          T level = scale;
          for (T value : series) {
            level = 0.75# * level + 0.25# * value;
          }
          return flips ? -level : level;
        }

        @Predict
        int classify(T[] x) {
          return dev.brisk.ops.Ops.argmax(scores(x));
        }

        @Predict
        boolean isSure(T[] x) {
          T[] scores = scores(x);
          return scores[classify(x)] > 1;
        }

        @Predict
        long code(int label, T[] x) {
          return (1L << 40) * label + classify(x);
        }

        @Predict
        double wide(T[] series) {
          return series.length == 0 ? scale : series[0];
        }

        @Predict
        float narrow(T[] x) {
          return (float) (0.5 * x[0] * bias[0]);
        }

        /** As long as its argument; what is not written is zero. */
        @Predict
        T[] rises(T[] series) {
          T[] rises = new T[series.length];
          for (int i = 1; i < series.length; i++) {
            if (series[i] > series[i - 1]) {
              rises[i] = (series[i] - series[i - 1]) * scale;
            }
          }
          return rises;
        }

        /** As long as an array of its own. */
        @Predict
        double[] doubled(T[] series) {
          T[] rises = rises(series);
          double[] doubled = new double[2 * rises.length];
          for (int i = 0; i < rises.length; i++) {
            doubled[2 * i] = rises[i];
            doubled[2 * i + 1] += rises[i] * doubled[2 * i];
          }
          return doubled;
        }

        /** As long as an array was made that has the length which a variable had then. */
        @Predict
        T[] afterwards(T[] series) {
          int[] counts = {series.length};
          int length = series.length + 1;
          T[] first = new T[length];
          int[] second = new int[counts[0]];
          length = 2;
          counts[0] = 9;
          T[] afterwards = new T[first.length + second.length];
          for (int i = 0; i < afterwards.length; i++) {
            afterwards[i] = i + length + counts[0] + first.length;
          }
          return afterwards;
        }

        @Predict
        int[] order(T[] x, T[] series) {
          int[] order = new int[x.length + series.length];
          for (int i = 0; i < order.length; i++) {
            order[i] = i < x.length && x[i] > 0 ? i : -1;
          }
          return order;
        }

        @Predict
        boolean[] positive(T[] series) {
          boolean[] positive = new boolean[series.length];
          for (int i = 0; i < series.length; i += 2) {
            positive[i] = series[i] > 0;
          }
          return positive;
        }

        @Predict
        long[] powers() {
          long[] powers = new long[CLASSES];
          powers[0] = 1L << 33;
          return powers;
        }

        @Predict
        float[] floats(boolean flips) {
          float[] floats = {1, 2, flips ? 3 : 4};
          return floats;
        }

        /** A row of a parameter, which stays the model's own. */
        @Predict
        T[] row(int label) {
          return weights[label];
        }

        @Predict
        T[] rowOfItsOwn(T[] series, int label) {
          T[][] grid = new T[CLASSES][series.length + CLASSES];
          for (int k = 0; k < CLASSES; k++) {
            grid[k][k] = scale * k;
          }
          return grid[label];
        }

        @Predict
        T[] same(T[] series) {
          return series;
        }

        @Predict
        T[] all() {
          return bias;
        }
      }
      """;

  private static final List<String> NAMES =
      List.of(
          "scores",
          "trend",
          "classify",
          "isSure",
          "code",
          "wide",
          "narrow",
          "rises",
          "doubled",
          "afterwards",
          "order",
          "positive",
          "powers",
          "floats",
          "row",
          "rowOfItsOwn",
          "same",
          "all");

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void isWhatTheModelsOwnMethodGives(String precision) throws ReflectiveOperationException {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, precision));
    List<Object[]> rows = rows(precision, 20);
    Object examples = model.examples(rows);
    model.fit(examples, Fit.epochs(3).batchSize(4));

    for (String name : NAMES) {
      Method own = own(model, name);
      Object all = call(model, name, List.of(examples));
      assertThat(Array.getLength(all)).isEqualTo(rows.size());
      assertThat(all.getClass().getComponentType()).isEqualTo(own.getReturnType());
      for (int n = 0; n < rows.size(); n++) {
        List<Object> arguments = arguments(own, rows.get(n));
        Object expected = own.invoke(model.model(), arguments.toArray());
        assertThat(call(model, name, arguments)).as(name).isEqualTo(expected);
        assertThat(Array.get(all, n)).as(name).isEqualTo(expected);
        if (expected.getClass().isArray()) {
          Object out = used(own.getReturnType(), Array.getLength(expected));
          call(model, name, with(arguments, out));
          assertThat(out).as(name).isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scores", "rises", "row", "same", "all", "floats"})
  void givesArraysOfTheCallersOwn(String name) throws ReflectiveOperationException {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "float"));
    List<Object[]> rows = rows("float", 3);
    Object examples = model.examples(rows);
    double[] parameters = model.parameters();
    List<Object> arguments = arguments(own(model, name), rows.get(2));
    Object[] all = (Object[]) call(model, name, List.of(examples));
    Object one = call(model, name, arguments);
    float[] before = ((float[]) one).clone();
    for (Object array : new Object[] {all[0], all[1], one}) {
      Arrays.fill((float[]) array, Float.NaN);
    }

    assertThat(all[2]).isEqualTo(before);
    assertThat(call(model, name, arguments)).isEqualTo(before);
    assertThat(model.parameters()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scores", "rises", "doubled", "order", "all"})
  void refusesAnOutOfAnotherLengthBeforeItIsWritten(String name)
      throws ReflectiveOperationException {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "double"));
    Object[] row = rows("double", 5).get(4);
    Method own = own(model, name);
    List<Object> arguments = arguments(own, row);
    int length = Array.getLength(own.invoke(model.model(), arguments.toArray()));

    for (int wrong : new int[] {0, length - 1, length + 1}) {
      Object out = used(own.getReturnType(), wrong);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call(model, name, with(arguments, out)))
          .withMessage("out has length " + wrong + ", expected " + length);
      assertThat(out).isEqualTo(used(own.getReturnType(), wrong));
    }
  }

  @Test
  void refusesAnOutThatIsAnArgument() {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "double"));
    double[] series = {1, 2, 3};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> call(model, "rises", List.of(series, series)))
        .withMessage("out is the array series, which is still read while it is written");
    assertThat(series).containsExactly(1, 2, 3);
  }

  @Test
  void checksLengthsOfArgumentsAsAStepDoes() {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "double"));
    double[] out = new double[3];

    for (List<Object> arguments :
        List.of(List.<Object>of(new double[5]), List.<Object>of(new double[5], out))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call(model, "scores", arguments))
          .withMessage("x has length 5, expected 4");
    }
    assertThat(out).containsOnly(0);
  }

  @Test
  void checksALengthThatThePredictionAloneStates() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double p = 1;

              @Loss
              double loss(double[] x, double[][] table) {
                return p * x[0] * table[0][0];
              }

              @Predict
              double last(@Shape({1, 2}) double[][] table, @Shape(3) double[] x) {
                return p * x[2] * table[0][1];
              }
            }
            """);
    double[][] table = {{1, 2}};
    Object[] right = {new double[3], table};
    Object[] wrong = {new double[4], table};
    Object[] wrongRow = {new double[3], new double[][] {{1}}};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> call(model, "last", List.of(table, new double[4])))
        .withMessage("x has length 4, expected 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call(model, "last", List.of(model.examples(List.of(right, wrong)))))
        .withMessage("x[1] has length 4, expected 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call(model, "last", List.of(model.examples(List.of(right, wrongRow)))))
        .withMessageContaining("table[1][0] has length 1, expected 2");
    assertThat(call(model, "last", List.of(model.examples(List.<Object[]>of(right)))))
        .isEqualTo(new double[] {0});
  }

  @Test
  void takesTheAveragedWeightsWithinWithAveragedWeights() {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "double"));
    List<Object[]> rows = rows("double", 12);
    model.fit(model.examples(rows), Fit.epochs(3).batchSize(4));
    Object x = rows.get(0)[0];
    Object before = call(model, "scores", List.of(x));
    List<Object> averaged = new ArrayList<>();

    model
        .trainer()
        .withAveragedWeights(
            () -> {
              averaged.add(call(model, "scores", List.of(x)));
              try {
                averaged.add(own(model, "scores").invoke(model.model(), x));
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
            });

    assertThat(averaged.get(0)).isEqualTo(averaged.get(1)).isNotEqualTo(before);
    assertThat(call(model, "scores", List.of(x))).isEqualTo(before);
  }

  @Test
  void isNoMetric() {
    CompiledModel model = Source.model(Source.inPrecision(MODEL, "double"));

    assertThat(model.trainer().metrics()).containsOnlyKeys("accuracy");
  }

  @Test
  void namesOfArgumentsAndArraysMayBeThoseOfTheTrainers() throws ReflectiveOperationException {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter(shape = 2, init = Init.CONSTANT, value = 2) double[] length;

              private double[] scaled(double factor) {
                double[] out = new double[2];
                double[] predictions = new double[2];
                for (int i = 0; i < 2; i++) {
                  out[i] = length[i] * factor;
                  predictions[i] = out[i] + 1;
                }
                return predictions;
              }

              @Loss
              double loss(double[] out, double model, int i, double predictions) {
                return scaled(model)[i] + out[0] * length[1] * predictions;
              }

              @Predict
              double[] result(double[] out, double model, double predictions, int i) {
                double[] scaled = scaled(model);
                double[] result = new double[3];
                result[i] = out[0] + scaled[0] + predictions;
                return result;
              }
            }
            """);
    List<Object[]> rows = List.of(new Object[] {new double[] {5}, 2.0, 1, 0.5}, row(4), row(6));
    Method own = own(model, "result");
    Object[] all = (Object[]) call(model, "result", List.of(model.examples(rows)));

    for (int n = 0; n < rows.size(); n++) {
      Object[] row = rows.get(n);
      List<Object> arguments = List.of(row[0], row[1], row[3], row[2]);
      double[] out = new double[3];
      call(model, "result", with(arguments, out));
      assertThat(out).isEqualTo(own.invoke(model.model(), arguments.toArray())).isEqualTo(all[n]);
    }
  }

  private static Object[] row(double model) {
    return new Object[] {new double[] {model}, model, 0, 1.0};
  }

  @Test
  void lossItselfMayBeAsked() {
    ClassLoader classes =
        Source.compiled(
            Source.of(
                "Model",
                """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double p = 3;

              @Loss
              @Predict
              double surprise(double x) {
                return (p - x) * (p - x);
              }
            }
            """));
    CompiledModel model = CompiledModel.of(classes, "models.Model", "surprise");
    Object examples = model.examples(List.of(new Object[] {1.0}, new Object[] {2.0}));

    assertThat(call(model, "surprise", List.of(examples))).isEqualTo(new double[] {4, 1});
    assertThat(model.loss(examples)).isEqualTo(2.5);
  }

  @Test
  void withAGradientByHandTheModelsOwnMethodIsCalled() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double p = 3;
              private final double[] kept = new double[2];

              @Loss
              double loss(double x, double result) {
                return p * x;
              }

              @Gradient
              double gradient(double x, double result, double[] dP) {
                dP[0] += x;
                return p * x;
              }

              /** Any Java, and the same array each time. */
              @Predict
              double[] both(double result, double x) {
                java.util.Arrays.setAll(kept, i -> i == 0 ? p * x : result);
                return kept;
              }

              @Predict
              boolean isMore(double x) {
                return java.util.Objects.equals(x, p);
              }
            }
            """);
    Object examples = model.examples(List.of(new Object[] {1.0, 7.0}, new Object[] {3.0, 8.0}));
    double[] out = new double[2];
    call(model, "both", List.of(5.0, 2.0, out));

    assertThat(out).containsExactly(6, 5);
    assertThat(call(model, "both", List.of(examples))).isEqualTo(new double[][] {{3, 7}, {9, 8}});
    assertThat(call(model, "isMore", List.of(examples))).isEqualTo(new boolean[] {false, true});
    assertThat(call(model, "both", List.of(5.0, 2.0))).isEqualTo(new double[] {6, 5});
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call(model, "both", List.of(5.0, 2.0, new double[3])))
        .withMessage("out has length 3, expected 2");
  }

  private static Method own(CompiledModel model, String name) {
    for (Method method : model.model().getClass().getDeclaredMethods()) {
      if (method.getName().equals(name) && !method.isSynthetic()) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new AssertionError("no " + name);
  }

  private static Object call(CompiledModel model, String name, List<Object> arguments) {
    return model.predict(name, arguments.toArray());
  }

  private static List<Object> with(List<Object> arguments, Object out) {
    List<Object> all = new ArrayList<>(arguments);
    all.add(out);
    return all;
  }

  /** An array that was used before. */
  private static Object used(Class<?> type, int length) {
    Object array = Array.newInstance(type.getComponentType(), length);
    for (int i = 0; i < length; i++) {
      if (type == boolean[].class) {
        Array.setBoolean(array, i, true);
      } else {
        Array.setByte(array, i, (byte) 77);
      }
    }
    return array;
  }

  /** Those columns of an example of {@link #MODEL} that the method takes. */
  private static List<Object> arguments(Method own, Object[] row) {
    List<String> columns = List.of("x", "series", "flips", "label");
    String taken =
        switch (own.getName()) {
          case "scores", "classify", "isSure", "narrow" -> "x";
          case "trend" -> "series flips";
          case "code" -> "label x";
          case "order" -> "x series";
          case "floats" -> "flips";
          case "row" -> "label";
          case "rowOfItsOwn" -> "series label";
          case "powers", "all" -> "";
          default -> "series";
        };
    List<Object> arguments = new ArrayList<>();
    for (String name : taken.isEmpty() ? new String[0] : taken.split(" ")) {
      arguments.add(row[columns.indexOf(name)]);
    }
    return arguments;
  }

  private static List<Object[]> rows(String precision, int count) {
    SplittableRandom random = new SplittableRandom(5);
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[] x = random.doubles(4, -1, 1).toArray();
      double[] series = random.doubles(n % 5, -1, 1).toArray();
      boolean isFloat = precision.equals("float");
      rows.add(
          new Object[] {
            isFloat ? floats(x) : x, isFloat ? floats(series) : series, n % 3 == 0, n % 3
          });
    }
    return rows;
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
