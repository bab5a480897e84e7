package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A predictor computes without Brisk what its trainer does. Its classes are loaded where there is
 * nothing else, and the trainer's with a runtime of their own, which has the scalar kernels.
 */
@Tag("javac")
final class PredictorTest {
  private static final String MODEL =
      """
      @Trainable(predictor = true)
      @Optimizer(value = Algorithm.SGD, learningRate = 0.05)
      class Model {
        @Parameter(shape = {7, 6}, init = Init.NORMAL) T[] w1;
        @Parameter(shape = 7, init = Init.NORMAL) T[] b1;
        @Parameter(shape = {3, 7}, init = Init.NORMAL) T[] w2;
        @Parameter(shape = {5, 6}, init = Init.NORMAL) T[] table;
        @Parameter(shape = {2, 3}, init = Init.NORMAL) T[][] grid;
        @Parameter T[][] ragged = {{0.3#}, {0.2#, -0.7#}};
        @Parameter T[] free = {0.1#, 0.2#, 0.3#, 0.4#, 0.5#, 0.6#};
        @Parameter T scale = 1.5#;

        @Loss
        T loss(
            @Shape(6) T[] x, T[] series, int row, @Shape({2, 3}) T[][] image, T number, T y) {
          T sum = Ops.sum(logits(x)) + Ops.sum(embedded(row)) + weighted(image);
          return Losses.squared(sum + trend(series)[0] + number, y);
        }

        @Predict
        T[] logits(@Shape(6) T[] x) {
          return Ops.matrixVector(w2, Ops.relu(Ops.affine(w1, b1, x)));
        }

        @Predict
        T[] probabilities(@Shape(6) T[] x) {
          return Ops.softmax(logits(x));
        }

        @Predict
        T[] logarithms(@Shape(6) T[] x) {
          return Ops.logSoftmax(logits(x));
        }

        @Predict
        int classify(@Shape(6) T[] x) {
          return Ops.argmax(logits(x));
        }

        @Predict
        T[] embedded(int row) {
          return Ops.multiply(Ops.embedding(table, 6, row), free);
        }

        @Predict
        T[] normalised(T[] x) {
          T[] normal = Ops.layerNorm(x, free, Ops.embedding(table, 6, 2));
          return Ops.add(normal, Ops.layerNorm(x, free, free, 0.5));
        }

        @Predict
        T[] activated(T[] x) {
          T[] a = Ops.elu(Ops.silu(Ops.geluTanh(Ops.gelu(x))));
          T[] b = Ops.softplus(Ops.logSigmoid(Ops.leakyRelu(x, 0.1#)));
          return Ops.concat(Ops.subtract(a, b), Ops.dropout(Ops.scale(a, scale), 0.5), b);
        }

        @Predict
        T[] parts(T[] x, int row) {
          return Ops.concat(Ops.slice(x, row, x.length), Ops.slice(x, 0, row));
        }

        @Predict
        T figures(T[] x) {
          return Ops.dot(x, free) + Ops.mean(x) * Ops.sum(x);
        }

        @Predict
        T numbers(T number) {
          return Ops.sigmoid(number) + Ops.softplus(number) + Ops.elu(number) + Ops.silu(number) + Ops.geluTanh(number) + Ops.gelu(number)
              + Ops.logSigmoid(number) + Ops.relu(number) + Ops.leakyRelu(number, 0.2#);
        }

        @Predict
        double waves(T number) {
          return Math.tanh(number) * Math.pow(2, number);
        }

        @Predict
        T weighted(@Shape({2, 3}) T[][] image) {
          T sum = scale;
          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
              sum += grid[i][j] * image[i][j];
            }
          }
          return sum;
        }

        /** Arrays of lengths that differ, one of them made anew in each iteration. */
        @Predict
        T[] trend(T[] series) {
          T[] level = new T[series.length + 1];
          for (int i = 0; i < series.length; i++) {
            T[][] pair = new T[2][i + 1];
            pair[1][i] = series[i] * ragged[1][0];
            level[i] += pair[0][i] + pair[1][i] + ragged[0][0] * ragged[1][1];
          }
          level[series.length] = free[1];
          return level;
        }

        @Predict
        boolean isLarge(T[] x) {
          return figures(x) > 1;
        }

        @Predict
        long code(int row) {
          return (1L << 40) * row;
        }
      }
      """;

  /** Compiled within a moment. */
  private static final String SMALL =
      """
      @Trainable(predictor = true)
      @Optimizer(value = Algorithm.SGD, learningRate = 0.05)
      class Model {
        @Parameter(shape = {2, 3}, init = Init.NORMAL) T[] weights;
        @Parameter T scale = 1.5#;

        @Predict
        T[] heights(@Shape(3) T[] x) {
          return Ops.scale(Ops.matrixVector(weights, x), scale);
        }

        @Loss
        T loss(@Shape(3) T[] x, T y) {
          return Losses.squared(Ops.sum(heights(x)), y);
        }
      }
      """;

  @TempDir private Path folder;

  private static final Map<String, Compilation> COMPILED = new HashMap<>();
  private static ClassLoader scalar;

  /** Brisk's runtime once more, beside the one that the other tests have. */
  @BeforeAll
  static void loadARuntimeWithScalarKernels() throws ReflectiveOperationException {
    URL[] classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(PredictorTest::url)
            .toArray(URL[]::new);
    scalar = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader());
    String before = System.setProperty("brisk.kernels", "scalar");
    try {
      Class<?> kernels = scalar.loadClass("dev.brisk.kernel.Kernels");
      assertThat(kernels.getMethod("describe").invoke(null).toString()).startsWith("scalar");
    } finally {
      if (before == null) {
        System.clearProperty("brisk.kernels");
      } else {
        System.setProperty("brisk.kernels", before);
      }
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A trainer, and a predictor that has its parameters from a file and its classes alone. */
  private final class Pair {
    private final Path file = folder.resolve("parameters.safetensors");
    private final Object trainer;
    private final Class<?> type;
    private Object predictor;

    Pair(String model, Predicate<String> alone) throws ReflectiveOperationException {
      Compilation compilation = compiled(model);
      ClassLoader all = new GeneratedClasses(compilation, scalar, name -> true);
      Object object = constructed(all.loadClass("models.Model"));
      trainer = constructed(all.loadClass("models.ModelTrainer"), object);
      trainer.getClass().getMethod("saveParameters", Path.class).invoke(trainer, file);
      type =
          new GeneratedClasses(compilation, ClassLoader.getPlatformClassLoader(), alone)
              .loadClass("models.ModelPredictor");
      predictor = load(file);
    }

    Object load(Path from) throws ReflectiveOperationException {
      return accessible(type.getDeclaredMethod("load", Path.class)).invoke(null, from);
    }

    Object trained(String method, Object... arguments) throws ReflectiveOperationException {
      return call(trainer, method, arguments);
    }

    Object predicted(String method, Object... arguments) throws ReflectiveOperationException {
      return call(predictor, method, arguments);
    }

    void assertAgrees(String method, Object... arguments) throws ReflectiveOperationException {
      Object trained = trained(method, arguments);
      assertThat(predicted(method, arguments))
          .as("%s(%s)", method, Arrays.deepToString(arguments))
          .isEqualTo(trained);
    }
  }

  private static Object constructed(Class<?> type, Object... arguments)
      throws ReflectiveOperationException {
    Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(arguments);
  }

  private static Method accessible(Method method) {
    method.setAccessible(true);
    return method;
  }

  private static Object call(Object target, String name, Object... arguments)
      throws ReflectiveOperationException {
    for (Method method : target.getClass().getDeclaredMethods()) {
      boolean isOfExamples =
          Arrays.stream(method.getParameterTypes()).anyMatch(t -> t.getName().endsWith("Examples"));
      if (method.getName().equals(name)
          && method.getParameterCount() == arguments.length
          && !isOfExamples) {
        return accessible(method).invoke(target, arguments);
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static Compilation compiled(String model) {
    return COMPILED.computeIfAbsent(
        model, text -> Compilations.compile(List.of(Source.of("Model", text))));
  }

  private static boolean isPredictor(String name) {
    return name.startsWith("models.ModelPredictor");
  }

  private Pair pair(String model, String precision) throws ReflectiveOperationException {
    return new Pair(Source.inPrecision(model, precision), PredictorTest::isPredictor);
  }

  private static Object drawn(String precision, SplittableRandom random, int length) {
    Class<?> type = precision.equals("float") ? float.class : double.class;
    Object array = Array.newInstance(type, length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, number(precision, random));
    }
    return array;
  }

  private static Object number(String precision, SplittableRandom random) {
    double value = random.nextDouble(-3, 3);
    if (precision.equals("float")) {
      return (float) value;
    }
    return value;
  }

  /** Two channels, with strides and padding and without. */
  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void convolvesAndPoolsAsTheTrainerDoes(String precision) throws ReflectiveOperationException {
    String model =
        """
        @Trainable(predictor = true)
        @Optimizer(value = Algorithm.SGD, learningRate = 0.05)
        class Model {
          @Parameter(shape = {3, 2, 3, 3}, init = Init.NORMAL) T[] kernels;
          @Parameter(shape = 3, init = Init.NORMAL) T[] bias;

          @Predict
          T[] pooled(@Shape(70) T[] image) {
            return Ops.maxPool(Ops.conv2d(image, 5, 7, kernels, bias, 3), 3, 5, 2);
          }

          @Predict
          T[] strided(@Shape(70) T[] image) {
            T[] planes = Ops.conv2d(image, 5, 7, kernels, bias, 3, 2, 1);
            return Ops.concat(
                Ops.maxPool(planes, 3, 4, 3, 1), Ops.averagePool(planes, 3, 4, 2, 1));
          }

          @Loss
          T loss(@Shape(70) T[] image) {
            return Ops.sum(Ops.averagePool(pooled(image), 1, 2, 1));
          }

          @Predict
          T[] averaged(@Shape(70) T[] image) {
            return Ops.averagePool(image, 5, 7, 2);
          }
        }
        """;
    Pair pair = pair(model, precision);
    SplittableRandom random = new SplittableRandom(9);
    for (int i = 0; i < 10; i++) {
      Object image = drawn(precision, random, 70);
      pair.assertAgrees("pooled", image);
      pair.assertAgrees("strided", image);
      pair.assertAgrees("averaged", image);
    }
  }

  /** The three formulas of the exact GELU, and where its tail vanishes. */
  @Test
  void geluAgreesInEveryPart() throws ReflectiveOperationException {
    Pair pair = pair(MODEL, "double");
    for (double x = -45; x <= 45; x += 0.0625) {
      pair.assertAgrees("numbers", x);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void predictsWhatTheTrainerDoesToTheLastBit(String precision)
      throws ReflectiveOperationException {
    Pair pair = pair(MODEL, precision);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 50; i++) {
      Object x = drawn(precision, random, 6);
      for (String method :
          List.of(
              "logits",
              "probabilities",
              "logarithms",
              "classify",
              "normalised",
              "activated",
              "figures",
              "isLarge")) {
        pair.assertAgrees(method, x);
      }
      pair.assertAgrees("trend", drawn(precision, random, random.nextInt(5)));
      pair.assertAgrees("parts", x, random.nextInt(7));
      pair.assertAgrees("numbers", number(precision, random));
      pair.assertAgrees("waves", number(precision, random));
      pair.assertAgrees("embedded", random.nextInt(5));
      pair.assertAgrees("code", random.nextInt());
      Object image = Array.newInstance(x.getClass(), 2);
      Array.set(image, 0, drawn(precision, random, 3));
      Array.set(image, 1, drawn(precision, random, 3));
      pair.assertAgrees("weighted", image);
    }
  }

  /** Those of {@code float}s are computed as {@code double}s here, and by the kernels elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void sigmoidAndTanhOfArraysAreWithinThreeUlp(String precision)
      throws ReflectiveOperationException {
    String model =
        """
        @Trainable(predictor = true)
        @Optimizer(value = Algorithm.SGD, learningRate = 0.05)
        class Model {
          @Parameter T scale = 1;
          @Loss T loss(T[] x) { return Ops.sum(gates(x)); }
          @Predict T[] gates(T[] x) {
            T[] scaled = Ops.scale(x, scale);
            return Ops.concat(Ops.sigmoid(scaled), Ops.tanh(scaled));
          }
        }
        """;
    Pair pair = pair(model, precision);
    Object x = drawn(precision, new SplittableRandom(4), 1000);
    Object trained = pair.trained("gates", x);
    Object predicted = pair.predicted("gates", x);
    if (precision.equals("double")) {
      assertThat(predicted).isEqualTo(trained);
      return;
    }
    for (int i = 0; i < 2000; i++) {
      float expected = Array.getFloat(trained, i);
      assertThat(Math.abs(Array.getFloat(predicted, i) - expected))
          .isLessThanOrEqualTo(3 * Math.ulp(expected));
    }
  }

  /** A constant and a record of the model's need the model's classes, but not Brisk's. */
  @Test
  void takesRecordsAndConstantsOfTheModelWithoutBrisk() throws ReflectiveOperationException {
    String model =
        """
        @Trainable(predictor = true)
        @Optimizer(value = Algorithm.SGD, learningRate = 0.05)
        class Model {
          record Point(double x, double[] ys) {}

          static final double[] MEANS = {1, 2};
          static final double SPREAD = Double.parseDouble("0.5");

          @Parameter(shape = 2, init = Init.NORMAL) double[] w;

          @Predict
          double height(Point point) {
            double sum = point.x();
            for (int i = 0; i < 2; i++) {
              sum += w[i] * (point.ys()[i] - MEANS[i]) / SPREAD;
            }
            return sum;
          }

          @Loss
          double loss(Point point) {
            return Ops.softplus(height(point));
          }
        }
        """;
    Pair pair = new Pair(model, name -> !name.contains("Trainer"));
    double[] ys = {0.3, -0.8};

    Object height = pair.predicted("height", point(pair.predictor, ys));

    assertThat(height).isEqualTo(pair.trained("height", point(pair.trainer, ys)));
  }

  private static Object point(Object beside, double[] ys) throws ReflectiveOperationException {
    Class<?> type = beside.getClass().getClassLoader().loadClass("models.Model$Point");
    Constructor<?> constructor = type.getDeclaredConstructor(double.class, double[].class);
    constructor.setAccessible(true);
    return constructor.newInstance(0.7, ys);
  }

  @Test
  void refusesArgumentsThatTheTrainerRefuses() throws ReflectiveOperationException {
    Pair pair = pair(MODEL, "double");

    assertThat(failure(() -> pair.predicted("logits", new double[5])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("x has length 5, expected 6");
    assertThat(failure(() -> pair.predicted("weighted", (Object) new double[2][2])))
        .hasMessage("image[0] has length 2, expected 3");
    assertThat(failure(() -> pair.predicted("embedded", 5)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("row is 5, expected in [0, 5)");
  }

  private static Throwable failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(InvocationTargetException.class);
    return thrown.getCause();
  }

  @Test
  void readsAStreamToo() throws Exception {
    Pair pair = pair(SMALL, "float");
    Method load = accessible(pair.type.getDeclaredMethod("load", InputStream.class));

    pair.predictor = load.invoke(null, new ByteArrayInputStream(Files.readAllBytes(pair.file)));

    pair.assertAgrees("heights", drawn("float", new SplittableRandom(1), 3));
  }

  @Test
  void refusesEveryFileThatIsCutShortAndEveryFlippedBit() throws Exception {
    Pair pair = pair(SMALL, "float");
    byte[] whole = Files.readAllBytes(pair.file);
    Path other = folder.resolve("other");
    SplittableRandom random = new SplittableRandom(6);

    for (int i = 0; i < 300; i++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(whole.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(other, i % 3 == 0 ? Arrays.copyOf(whole, at) : bytes);
      assertThat(failure(() -> pair.load(other)))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the file of parameters ");
    }
  }

  @Test
  void refusesParametersOfAnotherModel() throws Exception {
    Pair pair = pair(SMALL, "float");

    pair(SMALL.replace("{2, 3}", "{4, 3}"), "float");
    assertThat(failure(() -> pair.load(pair.file)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "weights is F32 of shape [4,3] in the file of parameters, expected F32 of shape [2,3]");

    pair(SMALL, "double");
    assertThat(failure(() -> pair.load(pair.file)))
        .hasMessageStartingWith(
            "weights is F64 of shape [2,3] in the file of parameters, expected");

    pair(SMALL.replaceAll("\\bscale\\b(?!\\()", "size"), "float");
    assertThat(failure(() -> pair.load(pair.file)))
        .hasMessage("the file of parameters has no scale");
  }

  @Test
  void namesNothingOfBriskButItsModel() {
    String predictor =
        Compilations.trainers(compiled(Source.inPrecision(MODEL, "float"))).entrySet().stream()
            .filter(file -> file.getKey().endsWith("ModelPredictor.java"))
            .findFirst()
            .orElseThrow()
            .getValue();

    try {
      Files.writeString(Path.of("/tmp/ModelPredictor.java"), predictor);
    } catch (IOException e) {
    }
    assertThat(predictor.replace("@Generated(\"dev.brisk.processor.BriskProcessor\")", ""))
        .doesNotContain("dev.brisk");
  }
}
