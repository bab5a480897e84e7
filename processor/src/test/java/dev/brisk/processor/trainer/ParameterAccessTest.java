package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All parameters of a model as one vector, that of its gradient. */
@Tag("javac")
final class ParameterAccessTest {
  /** Scalars, and arrays with and without a shape, in an order that mixes them. */
  private static final String MIXED =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Model {
        @Parameter T first = 0.5#;
        @Parameter(shape = {2, 3}) T[] w;
        @Parameter T[] own = {1, 2, 3};
        @Parameter T second = 7;
        @Parameter final T[] fixed = {1, 2};

        @Loss
        T loss(T x) {
          T sum = first * 10 + second * 20;
          for (int i = 0; i < 6; i++) {
            sum += w[i] * (100 + i);
          }
          return sum + own[0] * 200 + own[1] * 201 + own[2] * 202 + fixed[0] * 300 + x * fixed[1];
        }
      }
      """;

  private static final double[] GRADIENT = {
    10, 100, 101, 102, 103, 104, 105, 200, 201, 202, 20, 300, 301
  };

  @Test
  void layoutTellsPlacesAndShapesInTheOrderOfTheFields() {
    assertThat(mixed("double").trainer().layout())
        .containsExactly(
            new ParameterLayout("first", 0, List.of()),
            new ParameterLayout("w", 1, List.of(2, 3)),
            new ParameterLayout("own", 7, List.of(3)),
            new ParameterLayout("second", 10, List.of()),
            new ParameterLayout("fixed", 11, List.of(2)));
  }

  @Test
  void layoutIsThatOfTheGradient() {
    CompiledModel model = mixed("double");
    Object example = model.examples(List.<Object[]>of(new Object[] {301.0}));
    assertThat(model.gradient(example, 0, 1).gradient()).containsExactly(GRADIENT);
  }

  @Test
  void parametersAreThoseOfTheFields() {
    CompiledModel model = mixed("double");
    double[] out = new double[13];
    ((DoubleTrainer<?>) model.trainer()).parameters(out);
    assertThat(out).containsExactly(0.5, 0, 0, 0, 0, 0, 0, 1, 2, 3, 7, 1, 2);
  }

  @Test
  void anyValuesCanBeSet() {
    CompiledModel model = mixed("double");
    double[] values = GRADIENT.clone();
    values[0] = Double.NaN;
    values[4] = Double.NEGATIVE_INFINITY;
    values[7] = -0.0;
    ((DoubleTrainer<?>) model.trainer()).setParameters(values);
    assertThat(model.parameters()).isEqualTo(values);
  }

  @Test
  void singlePrecisionHasParametersOfItsOwnType() {
    CompiledModel model = mixed("float");
    FloatTrainer<?> trainer = (FloatTrainer<?>) model.trainer();
    float[] values = {1.1f, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    trainer.setParameters(values);
    float[] out = new float[13];
    trainer.parameters(out);
    assertThat(out).isEqualTo(values);
    assertThat(model.parameters()[0]).isEqualTo(1.1f);
  }

  @Test
  void rowsFollowEachOther() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter(shape = {2, 3}) double[][] even;
              @Parameter double[][] own = {{1, 2}, {3, 4}};
              @Parameter double[][] ragged = {{5}, {6, 7}};

              @Loss
              double loss(int row, int column) {
                return even[row][column] + own[row][0] + ragged[row][0];
              }
            }
            """);
    assertThat(model.trainer().layout())
        .containsExactly(
            new ParameterLayout("even", 0, List.of(2, 3)),
            new ParameterLayout("own", 6, List.of(2, 2)),
            new ParameterLayout("ragged", 10, List.of(3)));
    DoubleTrainer<?> trainer = (DoubleTrainer<?>) model.trainer();
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13};
    trainer.setParameters(values);
    double[] out = new double[13];
    trainer.parameters(out);
    assertThat(out).isEqualTo(values).isEqualTo(model.parameters());
  }

  @Test
  void anotherNumberOfValuesIsRefusedAndChangesNothing() {
    CompiledModel model = mixed("double");
    DoubleTrainer<?> trainer = (DoubleTrainer<?>) model.trainer();
    double[] before = model.parameters();
    for (int length : new int[] {0, 12, 14}) {
      double[] vector = new double[length];
      Arrays.fill(vector, 5);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.setParameters(vector))
          .withMessage("values has length " + length + ", expected 13");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> trainer.parameters(vector))
          .withMessage("out has length " + length + ", expected 13");
    }
    assertThat(model.parameters()).isEqualTo(before);
  }

  @Test
  void layoutKnowsHowManyElementsAParameterHas() {
    assertThat(new ParameterLayout("p", 3, List.of()).end()).isEqualTo(4);
    assertThat(new ParameterLayout("p", 3, List.of(2, 5)).size()).isEqualTo(10);
    assertThat(new ParameterLayout("p", 3, List.of(2, 5)).end()).isEqualTo(13);
  }

  private static CompiledModel mixed(String precision) {
    return Source.model(Source.inPrecision(MIXED, precision));
  }
}
