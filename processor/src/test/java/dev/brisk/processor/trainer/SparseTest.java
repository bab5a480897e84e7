package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of tables of which an example touches a few rows. */
@Tag("javac")
class SparseTest {
  private static final int USERS = 7;
  private static final int ITEMS = 5;
  private static final int RANK = 3;
  private static final int PARAMETERS = USERS * RANK + ITEMS * RANK + USERS;

  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.%s)
      class Model {
        %s @Parameter(shape = {7, 3}) double[] users;
        %<s @Parameter(shape = {5, 3}) double[][] items;
        %<s @Parameter(shape = 7) double[] bias;

        @Loss
        double loss(int user, int item, int[] others, double rating) {
          double predicted = bias[user];
          for (int k = 0; k < 3; k++) {
            predicted += users[user * 3 + k] * items[item][k];
          }
          for (int other : others) {
            for (int k = 0; k < 3; k++) {
              predicted += 0.5 * users[other * 3 + k] * users[user * 3 + k];
            }
          }
          return Losses.squared(predicted, rating);
        }
      }
      """;

  private final SplittableRandom random = new SplittableRandom(11);

  private CompiledModel model(String optimizer, String sparse) {
    CompiledModel model = Source.model(MODEL.formatted(optimizer, sparse));
    model.parameters(random.doubles(PARAMETERS, -1, 1).toArray());
    return model;
  }

  private Object[] example() {
    int[] others = random.ints(random.nextInt(3), 0, USERS).toArray();
    return new Object[] {
      random.nextInt(USERS), random.nextInt(ITEMS), others, random.nextDouble(-1, 1)
    };
  }

  private List<Object[]> examples(int count) {
    List<Object[]> examples = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      examples.add(example());
    }
    return examples;
  }

  /** Whether the examples touch the row that a parameter lies in. */
  private static boolean isTouched(int parameter, List<Object[]> examples) {
    return examples.stream()
        .anyMatch(
            example -> {
              int user = (Integer) example[0];
              int item = (Integer) example[1];
              int table = USERS * RANK;
              if (parameter < table) {
                boolean isOther = false;
                for (int other : (int[]) example[2]) {
                  isOther |= parameter / RANK == other;
                }
                return isOther || parameter / RANK == user;
              }
              return parameter < table + ITEMS * RANK
                  ? (parameter - table) / RANK == item
                  : parameter - table - ITEMS * RANK == user;
            });
  }

  @Test
  void meansOfRowsThatAreNotTouchedDoNotDecay() {
    CompiledModel model = model("ADAM, learningRate = 0.1", "@Sparse");
    double[] expected = model.parameters();
    double[] mean = new double[PARAMETERS];
    double[] meanSquare = new double[PARAMETERS];
    for (int t = 1; t <= 30; t++) {
      List<Object[]> batch = examples(1 + t % 3);
      Object examples = model.examples(batch);
      double[] gradient = model.gradient(examples, 0, batch.size()).gradient();
      for (int i = 0; i < PARAMETERS; i++) {
        if (isTouched(i, batch)) {
          mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
          meanSquare[i] = 0.999 * meanSquare[i] + 0.001 * gradient[i] * gradient[i];
          double unbiased = Math.sqrt(meanSquare[i] / (1 - Math.pow(0.999, t)));
          expected[i] -= 0.1 * mean[i] / (1 - Math.pow(0.9, t)) / (unbiased + 1e-8);
        }
      }
      if (batch.size() == 1) {
        model.step(batch.get(0));
      } else {
        model.trainBatch(examples, 0, batch.size());
      }
      assertThat(model.parameters()).containsExactly(expected, within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Sparse", ""})
  void plainDescentIsTheSameSparseAndDense(String sparse) {
    CompiledModel model = model("SGD, learningRate = 0.05", sparse);
    for (int n = 0; n < 20; n++) {
      List<Object[]> batch = examples(3);
      Object examples = model.examples(batch);
      double[] expected = model.parameters();
      double[] gradient = model.gradient(examples, 0, 3).gradient();
      for (int i = 0; i < PARAMETERS; i++) {
        expected[i] -= 0.05 * gradient[i];
      }

      model.trainBatch(examples, 0, 3);

      assertThat(model.parameters()).containsExactly(expected, within(1e-14));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADAM", "SGD", "SGD, momentum = 0.9"})
  void goesThroughNoRowThatTheExamplesDoNotTouch(String optimizer) throws Exception {
    CompiledModel model = model(optimizer, "@Sparse");
    Field items = model.model().getClass().getDeclaredField("items");
    items.setAccessible(true);
    double[][] rows = (double[][]) items.get(model.model());
    Object[] example = {1, 2, new int[0], 0.5};
    Object examples = model.examples(List.<Object[]>of(example));
    // Whoever looks at another row than the third meets a null.
    for (int row = 0; row < ITEMS; row++) {
      rows[row] = row == 2 ? rows[row] : null;
    }
    double before = rows[2][0];

    model.step(example);
    model.trainBatch(examples, 0, 1);

    assertThat(rows[2][0]).isNotEqualTo(before);
  }

  @Test
  void leavesNothingBehindOfABatchThatFailsInTheMiddle() {
    CompiledModel model = model("ADAM", "@Sparse");
    List<Object[]> good = examples(2);
    List<Object[]> bad = new ArrayList<>(examples(2));
    bad.add(new Object[] {3, ITEMS, new int[0], 0.0});
    double[] before = model.parameters();
    double[] expected = model.gradient(model.examples(good), 0, 2).gradient();

    assertThatThrownBy(() -> model.trainBatch(model.examples(bad), 0, 3))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);

    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.gradient(model.examples(good), 0, 2).gradient()).isEqualTo(expected);
  }
}
