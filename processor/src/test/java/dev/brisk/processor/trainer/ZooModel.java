package dev.brisk.processor.trainer;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * A model of the zoo of trainings, and examples that it can learn; both small.
 *
 * @param body of the class
 * @param examples rows of arguments of the loss, in double precision
 */
record ZooModel(String body, List<Object[]> examples) {
  private static final int EXAMPLES = 240;

  /** A linear model of four inputs; y is what it says but for some noise. */
  static final ZooModel LINE =
      new ZooModel(
          """
          @Parameter(shape = 4) T[] weights;
          @Parameter T bias;

          @Loss
          T loss(@Shape(4) T[] xs, T y) {
            T predicted = bias;
            for (int i = 0; i < 4; i++) {
              predicted += weights[i] * xs[i];
            }
            return Losses.squared(predicted, y);
          }
          """,
          points(0.1));

  /** A linear classifier of eight inputs. */
  static final ZooModel SOFTMAX =
      new ZooModel(
          """
          @Parameter(shape = {3, 8}) T[] weights;
          @Parameter(shape = 3) T[] bias;

          @Loss
          T loss(@Shape(8) T[] xs, int label) {
            return Losses.softmaxCrossEntropy(Ops.affine(weights, bias, xs), label);
          }
          """,
          clusters());

  /** A perceptron with a hidden layer. */
  static final ZooModel NETWORK =
      new ZooModel(
          """
          @Parameter(shape = {16, 8}, init = Init.HE) T[] w1;
          @Parameter(shape = 16) T[] b1;
          @Parameter(shape = {3, 16}, init = Init.HE) T[] w2;
          @Parameter(shape = 3) T[] b2;

          @Loss
          T loss(@Shape(8) T[] xs, int label) {
            T[] hidden = Ops.relu(Ops.affine(w1, b1, xs));
            return Losses.softmaxCrossEntropy(Ops.affine(w2, b2, hidden), label);
          }
          """,
          clusters());

  /** A linear recurrence over series of different lengths. */
  static final ZooModel RECURRENCE =
      new ZooModel(
          """
          @Parameter T keep = 0.5#;
          @Parameter T take = 0.5#;

          @Loss
          T loss(T[] xs, T y) {
            T state = 0;
            for (int i = 0; i < xs.length; i++) {
              state = keep * state + take * xs[i];
            }
            return Losses.squared(state, y);
          }
          """,
          series(0.8));

  /** A table of which each example chooses two rows. */
  static final ZooModel TABLE =
      new ZooModel(
          """
          @Sparse
          @Parameter(shape = {30, 3}, init = Init.NORMAL, standardDeviation = 0.5) T[][] users;
          @Sparse
          @Parameter(shape = {20, 3}, init = Init.NORMAL, standardDeviation = 0.5) T[][] items;

          @Loss
          T loss(int user, int item, T stars) {
            T predicted = 0;
            for (int k = 0; k < 3; k++) {
              predicted += users[user][k] * items[item][k];
            }
            return Losses.squared(predicted, stars);
          }
          """,
          ratings());

  /** The density of a normal distribution: its loss may well be negative. */
  static final ZooModel DENSITY =
      new ZooModel(
          """
          @Parameter T mean;
          @Parameter T logDeviation;

          @Loss
          double loss(T y) {
            double z = (y - mean) * Math.exp(-logDeviation);
            return logDeviation + z * z / 2;
          }
          """,
          draws());

  /** A slope by a loss of at most 100, which is flat where the slope is far off. */
  static final ZooModel BOUNDED =
      new ZooModel(
          """
          @Parameter T slope;

          @Loss
          T loss(T x, T y) {
            T error = slope * x - y;
            return 100 * error * error / (1 + error * error);
          }
          """,
          slopes());

  /** The examples in that precision. */
  List<Object[]> examples(String precision) {
    return precision.equals("double")
        ? examples
        : examples.stream().map(row -> Arrays.stream(row).map(ZooModel::single).toArray()).toList();
  }

  private static Object single(Object argument) {
    if (argument instanceof Double number) {
      return number.floatValue();
    }
    if (argument instanceof double[] numbers) {
      float[] singles = new float[numbers.length];
      for (int i = 0; i < numbers.length; i++) {
        singles[i] = (float) numbers[i];
      }
      return singles;
    }
    return argument;
  }

  /** The same model, another body. */
  ZooModel body(String before, String after) {
    if (!body.contains(before)) {
      throw new IllegalArgumentException("there is no " + before);
    }
    return new ZooModel(body.replace(before, after), examples);
  }

  /** The same model, with one argument of all examples changed. */
  ZooModel inputs(DoubleUnaryOperator change) {
    return new ZooModel(
        body,
        examples.stream()
            .map(
                row -> {
                  Object[] changed = row.clone();
                  double[] xs = ((double[]) row[0]).clone();
                  for (int i = 0; i < xs.length; i++) {
                    xs[i] = change.applyAsDouble(xs[i]);
                  }
                  changed[0] = xs;
                  return changed;
                })
            .toList());
  }

  /** The same model, with other examples. */
  ZooModel on(List<Object[]> others) {
    return new ZooModel(body, others);
  }

  static List<Object[]> points(double noise) {
    SplittableRandom random = new SplittableRandom(1);
    return IntStream.range(0, EXAMPLES)
        .mapToObj(
            n -> {
              double[] xs = normal(random, 4);
              double y = 2 * xs[0] - xs[1] + 0.5 * xs[2] + 1 + noise * normal(random, 1)[0];
              return new Object[] {xs, y};
            })
        .toList();
  }

  static List<Object[]> clusters() {
    SplittableRandom random = new SplittableRandom(2);
    double[][] centres = {normal(random, 8), normal(random, 8), normal(random, 8)};
    return IntStream.range(0, EXAMPLES)
        .mapToObj(
            n -> {
              double[] xs = normal(random, 8);
              for (int i = 0; i < 8; i++) {
                xs[i] = centres[n % 3][i] + 0.8 * xs[i];
              }
              return new Object[] {xs, n % 3};
            })
        .toList();
  }

  static List<Object[]> series(double keep) {
    SplittableRandom random = new SplittableRandom(3);
    return IntStream.range(0, EXAMPLES)
        .mapToObj(
            n -> {
              double[] xs = normal(random, 4 + n % 5);
              double state = 0;
              for (double x : xs) {
                state = keep * state + 0.3 * x;
              }
              return new Object[] {xs, state + 0.05 * normal(random, 1)[0]};
            })
        .toList();
  }

  private static List<Object[]> ratings() {
    SplittableRandom random = new SplittableRandom(4);
    double[] users = normal(random, 30);
    double[] items = normal(random, 20);
    return IntStream.range(0, EXAMPLES)
        .mapToObj(
            n -> {
              int user = random.nextInt(30);
              int item = random.nextInt(20);
              return new Object[] {user, item, 1 + users[user] * items[item]};
            })
        .toList();
  }

  private static List<Object[]> draws() {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, EXAMPLES)
        .mapToObj(n -> new Object[] {0.5 + 0.05 * normal(random, 1)[0]})
        .toList();
  }

  private static List<Object[]> slopes() {
    SplittableRandom random = new SplittableRandom(7);
    return IntStream.range(0, EXAMPLES)
        .mapToObj(
            n -> {
              double x = 1 + 0.2 * normal(random, 1)[0];
              return new Object[] {x, 0.07 * x + 0.01 * normal(random, 1)[0]};
            })
        .toList();
  }

  /** Normal numbers, by Box and Muller. */
  static double[] normal(SplittableRandom random, int count) {
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      drawn[i] = radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
    return drawn;
  }
}
