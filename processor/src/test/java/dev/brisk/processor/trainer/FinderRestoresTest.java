package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.tune.LearningRateFinder;
import java.lang.reflect.Field;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finder whose model throws in the middle of an update, before or after some gradients. */
@Tag("javac")
class FinderRestoresTest {
  private static final ClassLoader LOADER =
      Source.compiled(
          Source.of(
              "Model",
              """
              @Trainable
              @Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
              @WeightAveraging(value = Averaging.EMA, decay = 0.9)
              class Model {
                static int examples;
                static int throwsAt = -1;

                @Parameter double[] w = {0.5, -0.25};
                @Parameter double b = 1;

                @Loss
                double loss(double[] xs, double y) {
                  double error = w[0] * xs[0] + w[1] * xs[1] + b - y;
                  return error * error;
                }

                @Gradient
                double gradient(double[] xs, double y, double[] dW, double[] dB) {
                  if (examples++ == throwsAt) {
                    throw new IllegalStateException("enough");
                  }
                  double error = w[0] * xs[0] + w[1] * xs[1] + b - y;
                  dW[0] += 2 * error * xs[0];
                  dW[1] += 2 * error * xs[1];
                  dB[0] += 2 * error;
                  return error * error;
                }
              }
              """));

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 24, 59, 60, 61, 62, 63, 95, 118, 119})
  void theNextHundredStepsAreThoseOfATrainerThatNeverRanIt(int throwsAt) {
    CompiledModel plain = CompiledModel.of(LOADER, "models.Model", "loss");
    CompiledModel other = CompiledModel.of(LOADER, "models.Model", "loss");
    Replay.train(plain, examples(plain), 10);
    Replay.train(other, examples(other), 10);

    set("examples", 0);
    set("throwsAt", throwsAt);
    // Twenty steps of three examples without an update, and twenty with one.
    assertThatThrownBy(() -> find(other.trainer(), examples(other))).hasMessage("enough");
    set("throwsAt", -1);

    assertThat(Replay.train(other, examples(other), 100))
        .isEqualTo(Replay.train(plain, examples(plain), 100));
  }

  private static <E extends Examples<E>> void find(Trainer<E> trainer, Object examples) {
    @SuppressWarnings("unchecked")
    E typed = (E) examples;
    LearningRateFinder.on(trainer).range(1e-4, 0.1).steps(20).batchSize(3).run(typed);
  }

  private static Object examples(CompiledModel model) {
    return model.examples(
        IntStream.range(0, 8)
            .mapToObj(i -> new Object[] {new double[] {i - 2, 0.5 * i}, 1.0 / (1 + i)})
            .toList());
  }

  private static void set(String name, int value) {
    try {
      Field field = LOADER.loadClass("models.Model").getDeclaredField(name);
      field.setAccessible(true);
      field.setInt(null, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
