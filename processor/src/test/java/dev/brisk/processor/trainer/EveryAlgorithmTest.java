package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.Algorithm;
import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every algorithm, with each of its switches on and off. */
@Tag("javac")
class EveryAlgorithmTest {
  private static final Map<Algorithm, List<String>> OTHERS =
      Map.of(
          Algorithm.SGD,
          List.of(
              ", momentum = 0.9, nesterov = true",
              ", momentum = 0.9, dampening = 0.5, weightDecay = 0.1"),
          Algorithm.ADAM,
          List.of(", amsgrad = true"),
          Algorithm.ADAMW,
          List.of(", amsgrad = true", ", weightDecay = 0"),
          Algorithm.ADAGRAD,
          List.of(", initialAccumulator = 0.1, learningRateDecay = 0.01, weightDecay = 0.1"),
          Algorithm.RMSPROP,
          List.of(", centered = true", ", centered = true, momentum = 0.9, weightDecay = 0.1"),
          Algorithm.LION,
          List.of(", weightDecay = 1"),
          Algorithm.LAMB,
          List.of(", weightDecay = 0"),
          Algorithm.LARS,
          List.of(
              ", weightDecay = 0.1",
              ", weightDecay = 0.1, momentum = 0.9, nesterov = true",
              ", weightDecay = 0.1, momentum = 0.9, dampening = 0.5"));

  private static final String MODEL =
      """
      @Trainable
      @SuppressWarnings("brisk:trust-without-decay")
      @Optimizer(value = Algorithm.%s)
      class Model%d {
        @Parameter(shape = 3) T[] weights;
        @Parameter(shape = {2, 3}, init = Init.XAVIER) T[][] rows;
        %s @Parameter(shape = {5, 2}, init = Init.XAVIER) T[] flat;
        %<s @Parameter(shape = {5, 2}, init = Init.XAVIER) T[][] table;
        @Parameter T offset = 1;
        @Parameter T factor = 1;

        @Loss
        T loss(@Shape(3) T[] xs, int row, T target) {
          T error = offset * factor + flat[2 * row] * table[row][1] - target;
          for (int i = 0; i < 3; i++) {
            error += (weights[i] + rows[0][i] * rows[1][i]) * xs[i];
          }
          return error * error;
        }
      }
      """;

  /** What may follow an algorithm in its annotation; first nothing. */
  static List<String> variants(Algorithm algorithm) {
    List<String> variants = new ArrayList<>(List.of(""));
    variants.addAll(OTHERS.getOrDefault(algorithm, List.of()));
    return variants;
  }

  @ParameterizedTest
  @EnumSource
  void compilesWithoutWarningsIntoLinesThatFitAndLowersTheLoss(Algorithm algorithm) {
    List<String> variants = variants(algorithm);
    boolean isLazy =
        switch (algorithm) {
          case RPROP, LAMB, LARS -> false;
          default -> true;
        };
    List<JavaFileObject> sources = new ArrayList<>();
    for (String variant : variants) {
      for (String precision : List.of("double", "float")) {
        for (String sparse : isLazy ? List.of("", "@Sparse") : List.of("")) {
          String text = MODEL.formatted(algorithm + variant, sources.size(), sparse);
          sources.add(Source.of("Model" + sources.size(), Source.inPrecision(text, precision)));
        }
      }
    }
    Compilation compilation = Compilations.compile(sources);

    for (String trainer : Compilations.trainers(compilation).values()) {
      assertThat(trainer.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    }
    ClassLoader loader = new GeneratedClasses(compilation);
    for (int n = 0; n < sources.size(); n++) {
      lowersTheLoss(CompiledModel.of(loader, "models.Model" + n, "loss"));
      goesOnFromASnapshot(CompiledModel.of(loader, "models.Model" + n, "loss"));
    }
  }

  private static void lowersTheLoss(CompiledModel model) {
    Object examples = examples(model);
    lowerTheRate(model);
    double before = model.loss(examples);
    for (int n = 0; n < 30; n++) {
      model.trainBatch(examples, 0, 3);
    }
    assertThat(model.loss(examples)).isLessThan(before);
  }

  private static void goesOnFromASnapshot(CompiledModel model) {
    lowerTheRate(model);
    Replay.assertExact(model, examples(model));
  }

  /** That of LARS is a factor of the parameter's norm, and too large where nothing is scaled. */
  private static void lowerTheRate(CompiledModel model) {
    model.trainer().baseLearningRate(Math.min(0.01, model.trainer().learningRate()));
  }

  private static Object examples(CompiledModel model) {
    return model.examples(
        List.of(
            new Object[] {new float[] {1, 0, 0.5f}, 1, 0.2f},
            new Object[] {new float[] {-1, 1, 0}, 3, 0.1f},
            new Object[] {new float[] {0.5f, 0.25f, -1}, 1, -0.3f}));
  }
}
