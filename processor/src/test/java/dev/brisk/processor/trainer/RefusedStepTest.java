package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that is refused changes no parameter, no state of the optimizer and no count. */
@Tag("javac")
final class RefusedStepTest {
  private static final String PLAIN = "value = Algorithm.SGD, learningRate = 0.1";
  private static final String MOMENTUM = PLAIN + ", momentum = 0.9, dampening = 0.5";
  private static final String ADAM = "value = Algorithm.ADAM, learningRate = 0.1";

  private static final List<Object[]> GOOD =
      List.of(row(0, 0.5, -1), row(2, 1, 0.25), row(1, -0.5, 2));

  private static final List<Object[]> BAD_ROWS =
      List.of(
          row(3, 1, 2),
          row(-1, 1, 2),
          row(Integer.MAX_VALUE, 1, 2),
          row(0, Double.NaN, 1),
          row(0, Double.POSITIVE_INFINITY, 1),
          row(1, 1e200, 1e200));

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, MOMENTUM, ADAM})
  void refusedStepChangesNothing(String optimizer) {
    CompiledModel model = classifier(optimizer);
    CompiledModel untroubled = classifier(optimizer);
    for (Object[] good : GOOD) {
      for (Object[] bad : BAD_ROWS) {
        assertRefused(model, () -> model.step(bad));
      }
      assertRefused(model, () -> model.step(row(0, 1)));
      assertRefused(model, () -> model.step(row(0, 1, 2, 3)));
      assertThat(model.step(good)).isEqualTo(untroubled.step(good));
      assertThat(model.parameters()).isEqualTo(untroubled.parameters());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, MOMENTUM, ADAM})
  void refusedBatchChangesNothingWhereItsLastExampleIsTheBadOne(String optimizer) {
    CompiledModel model = classifier(optimizer);
    CompiledModel untroubled = classifier(optimizer);
    Object goods = model.examples(GOOD);
    for (int update = 0; update < 3; update++) {
      for (Object[] bad : BAD_ROWS) {
        Object examples = model.examples(List.of(GOOD.get(0), GOOD.get(1), bad));
        assertRefused(model, () -> model.trainBatch(examples, 0, 3));
      }
      double expected = untroubled.trainBatch(untroubled.examples(GOOD), 0, 3);
      assertThat(model.trainBatch(goods, 0, 3)).isEqualTo(expected);
      assertThat(model.parameters()).isEqualTo(untroubled.parameters());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, MOMENTUM, ADAM})
  void indexOutOfRangeInTheLastTermChangesNothing(String optimizer) {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(%s)
            class Model {
              @Parameter double[] table = {1, 2, 3};
              @Parameter double offset = 0.5;

              @Loss
              double loss(int[] rows) {
                double sum = offset;
                for (int i = 0; i < rows.length; i++) {
                  sum += table[rows[i]];
                }
                return sum * sum;
              }
            }
            """
                .formatted(optimizer));
    assertRefused(model, () -> model.step(new Object[] {new int[] {0, 1, 3}}));
    assertRefused(model, () -> model.step(new Object[] {new int[] {0, 1, -1}}));
  }

  @Test
  void plainDescentMovesParametersWhereItFindsTheirGradient() {
    assertThat(Arrays.stream(classifier(PLAIN).trainer().getClass().getDeclaredMethods()))
        .as("what makes the refusals of plain descent worth a test")
        .anyMatch(method -> method.getName().equals("lossAndDescent"));
  }

  @Test
  void lossThatIsNotFiniteIsToldWithItsStep() {
    CompiledModel model = classifier(PLAIN);
    model.step(GOOD.get(0));
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> model.step(row(0, Double.NaN, 1)))
        .satisfies(
            refusal -> {
              assertThat(refusal.loss()).isNaN();
              assertThat(refusal.step()).isEqualTo(1);
            });
  }

  @Test
  void lengthIsRefusedWithBothLengths() {
    assertThatThrownBy(() -> classifier(PLAIN).step(row(0, 1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("xs", "3", "2");
  }

  private static void assertRefused(CompiledModel model, Runnable call) {
    double[] before = model.parameters();
    long steps = model.trainer().stepCount();
    assertThatThrownBy(call::run).isInstanceOf(RuntimeException.class);
    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.trainer().stepCount()).isEqualTo(steps);
  }

  private static Object[] row(int label, double... xs) {
    return new Object[] {xs, label};
  }

  private static CompiledModel classifier(String optimizer) {
    return Source.model(
        """
        @Trainable
        @Optimizer(%s)
        class Model {
          @Parameter(shape = {3, 2}, init = Init.NORMAL, standardDeviation = 0.5) double[] w;
          @Parameter double bias = 0.1;

          @Loss
          double loss(@Shape(2) double[] xs, int label) {
            double[] logits = new double[3];
            for (int c = 0; c < 3; c++) {
              double sum = c == 0 ? bias : 0;
              for (int i = 0; i < 2; i++) {
                sum += w[c * 2 + i] * xs[i] * (1 + xs[i]);
              }
              logits[c] = sum;
            }
            return Losses.softmaxCrossEntropy(logits, label);
          }
        }
        """
            .formatted(optimizer));
  }
}
