package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Trainer;
import java.lang.reflect.Array;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Examples for those who do not know the generated class. */
@Tag("javac")
final class ExampleColumnsTest {
  /** Arguments of every form. */
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Model {
        record Rating(int user, double stars) {}

        @Parameter double p = 2;

        @Loss
        double loss(
            Rating rating,
            @Shape({2, 3}) double[] flat,
            @Shape({2, 2}) float[][] matrix,
            int[] open,
            boolean isKnown,
            long count) {
          double sum = flat[5] + matrix[1][0] + open.length + (isKnown ? 1 : 0) + count;
          return p * rating.stars() + sum;
        }
      }
      """;

  private static final CompiledModel COMPILED = Source.model(MODEL);

  /** Two of each. */
  private static Object[] columns() {
    Object ratings =
        Array.newInstance(COMPILED.trainer().columns().get(0).type().componentType(), 2);
    for (int i = 0; i < 2; i++) {
      Array.set(ratings, i, rating(3 + i));
    }
    return new Object[] {
      ratings,
      new double[][] {new double[6], {1, 2, 3, 4, 5, 6}},
      new float[][][] {new float[2][2], new float[2][2]},
      new int[][] {{}, {7, 7}},
      new boolean[] {true, false},
      new long[] {10, 20}
    };
  }

  private static Object rating(double stars) {
    try {
      var constructor =
          COMPILED
              .model()
              .getClass()
              .getDeclaredClasses()[0]
              .getDeclaredConstructor(int.class, double.class);
      constructor.setAccessible(true);
      return constructor.newInstance(0, stars);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void columnsAreTheArgumentsOfTheLoss() {
    List<ExampleColumn> columns = COMPILED.trainer().columns();

    assertThat(columns)
        .extracting(ExampleColumn::name)
        .containsExactly("rating", "flat", "matrix", "open", "isKnown", "count");
    assertThat(columns.get(0).type().getTypeName()).isEqualTo("models.Model$Rating[]");
    assertThat(columns.subList(1, 6))
        .containsExactly(
            new ExampleColumn("flat", double[][].class, List.of(2, 3)),
            new ExampleColumn("matrix", float[][][].class, List.of(2, 2)),
            new ExampleColumn("open", int[][].class, List.of()),
            new ExampleColumn("isKnown", boolean[].class, List.of()),
            new ExampleColumn("count", long[].class, List.of()));
  }

  @Test
  void examplesAreMadeOfOneArrayForEachColumn() {
    var examples = COMPILED.trainer().examplesOf(columns());

    assertThat(examples.size()).isEqualTo(2);
    double first = 2 * 3 + 0 + 0 + 0 + 1 + 10;
    double second = 2 * 4 + 6 + 0 + 2 + 0 + 20;
    assertThat(COMPILED.loss(examples)).isEqualTo((first + second) / 2);
  }

  @Test
  void columnOfAnotherTypeIsRefusedByItsName() {
    Object[] columns = columns();
    columns[2] = new double[2][2][2];

    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMPILED.trainer().examplesOf(columns))
        .withMessage("the column matrix is of type double[][][], expected float[][][]");
  }

  @Test
  void columnThatIsMissingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMPILED.trainer().examplesOf(new int[2]))
        .withMessage(
            "columns has length 1, expected 6: [rating, flat, matrix, open, isKnown, count]");
  }

  @Test
  void rowsAreHeldToTheirShapeAsEver() {
    Object[] columns = columns();
    columns[1] = new double[][] {new double[6], new double[5]};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMPILED.trainer().examplesOf(columns))
        .withMessage("flat[1] has length 5, expected 6");
  }

  @Test
  void aSingleColumnOfArraysIsGivenAsAnObject() {
    Trainer<?> trainer = trainer("double[] columns", "p * columns[0]");

    assertThat(trainer.columns())
        .containsExactly(new ExampleColumn("columns", double[][].class, List.of()));
    assertThat(trainer.examplesOf((Object) new double[][] {{1}, {2}, {3}}).size()).isEqualTo(3);
  }

  @Test
  void lossWithoutArgumentsHasOneExampleOfNoColumns() {
    Trainer<?> trainer = trainer("", "p * p");

    assertThat(trainer.columns()).isEmpty();
    assertThat(trainer.examplesOf().size()).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trainer.examplesOf(new double[1]))
        .withMessage("columns has length 1, expected 0: []");
  }

  private static Trainer<?> trainer(String argument, String loss) {
    return Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double p = 2;

              @Loss
              double loss(%s) {
                return %s;
              }
            }
            """
                .formatted(argument, loss))
        .trainer();
  }
}
