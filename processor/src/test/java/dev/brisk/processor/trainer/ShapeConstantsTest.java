package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.ParameterLayout;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shapes may be constants, of the model or of any class, and expressions of them. */
@Tag("javac")
final class ShapeConstantsTest {
  private static final JavaFileObject SIZES =
      Source.of(
          "Sizes",
          """
          class Sizes {
            static final int WIDTH = 3;

            interface Inputs {
              int HEIGHT = 2;
            }
          }
          """);

  private static final JavaFileObject MODEL =
      Source.of(
          "Model",
          """
          @Trainable
          @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
          class Model {
            static final int HIDDEN = 4;
            private static final int PIXELS = Sizes.WIDTH * Sizes.Inputs.HEIGHT;

            @Parameter(shape = {HIDDEN, PIXELS}, init = Init.XAVIER) double[] flat;
            @Parameter(shape = {2 * HIDDEN + 1, Sizes.WIDTH}) double[][] rows;
            @Parameter(shape = (int) 2L << 1) double[] bias;

            @Loss
            double loss(@Shape(PIXELS) double[] pixels, @Shape({Sizes.WIDTH, 1}) int[][] table) {
              return scores(pixels)[0] + rows[HIDDEN][0] + table[2][0];
            }

            @Predict
            double[] scores(@Shape(Sizes.WIDTH + Sizes.WIDTH) double[] pixels) {
              double[] scores = new double[HIDDEN];
              for (int k = 0; k < HIDDEN; k++) {
                scores[k] = bias[k];
                for (int i = 0; i < PIXELS; i++) {
                  scores[k] += flat[k * PIXELS + i] * pixels[i];
                }
              }
              return scores;
            }
          }
          """);

  private final CompiledModel model =
      CompiledModel.of(Source.compiled(MODEL, SIZES), "models.Model", "loss");

  @Test
  void parametersAreMadeWithThem() {
    assertThat(model.trainer().layout())
        .containsExactly(
            new ParameterLayout("flat", 0, List.of(4, 6)),
            new ParameterLayout("rows", 24, List.of(9, 3)),
            new ParameterLayout("bias", 51, List.of(4)));
    assertThat(model.parameters()).hasSize(55);
  }

  @Test
  void examplesAreHeldAgainstThem() {
    Object[] right = {new double[6], new int[3][1]};
    Object[] tooLong = {new double[7], new int[3][1]};
    Object[] tooNarrow = {new double[6], new int[3][0]};

    assertThat(model.step(right)).isFinite();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.step(tooLong))
        .withMessage("pixels has length 7, expected 6");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.examples(List.<Object[]>of(tooNarrow)))
        .withMessageContaining("expected 1");
  }
}
