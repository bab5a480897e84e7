package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rules speak of clipping, averaging, accumulation and scaling, and that one is enough. */
@Tag("javac")
class AroundRulesTest {
  private static final String SGD = "@Optimizer(value = Algorithm.SGD, learningRate = 0.1) ";

  private static List<String> messages(String annotations) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Xlint:all,-processing")
            .compile(
                JavaFileObjects.forSourceString(
                    "Model",
                    """
                    import dev.brisk.*;

                    @Trainable
                    %s
                    class Model {
                      @Parameter double weight;

                      @Loss
                      double loss(double x, double y) {
                        double error = weight * x - y;
                        return error * error;
                      }
                    }
                    """
                        .formatted(annotations)));
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@GradientClipping(norm = Double.NaN) | clipping-bound-not-positive",
        "@GradientClipping(norm = -1) | clipping-bound-not-positive",
        "@GradientClipping(value = Double.POSITIVE_INFINITY) | clipping-bound-not-positive",
        "@GradientClipping(norm = 1, value = 1) | clipping-by-norm-and-value",
        "@WeightAveraging(decay = Double.NaN) | averaging-decay-out-of-range",
        "@WeightAveraging(decay = 0) | averaging-decay-out-of-range",
        "@WeightAveraging(decay = -1e300) | averaging-decay-out-of-range",
        "@WeightAveraging(value = Averaging.SWA, decay = 7) | attribute-not-read",
        "@WeightAveraging(start = Long.MIN_VALUE) @Training(epochs = 1, batchSize = 1,"
            + " examples = 9) | averaging-start-negative",
        "@WeightAveraging(start = Long.MAX_VALUE) @Training(epochs = 1, batchSize = 1,"
            + " examples = 9) | averaging-beyond-run",
        "@WeightAveraging(start = 4) @Training(epochs = 1, batchSize = 1, examples = 8,"
            + " accumulate = 2) | averaging-beyond-run",
        "@BatchScaling(baseBatchSize = -5) @Training(batchSize = 80) | length-not-positive",
        "@BatchScaling(baseBatchSize = 5) @Training(batchSize = -80) | length-not-positive",
        "@BatchScaling(baseBatchSize = 5) @Training(batchSize = 80, accumulate = 0) |"
            + " length-not-positive",
        "@Training(batchSize = 5, examples = 9, accumulate = -2147483648) | length-not-positive",
        "@Training(batchSize = 5, examples = -9, accumulate = 3) | length-not-positive",
        "@Training(batchSize = 2147483647, examples = 9, accumulate = 2147483647) |"
            + " update-of-the-rest",
        "@BatchScaling(baseBatchSize = 1) @Training(batchSize = 2147483647) |"
            + " scaling-without-warmup",
        "@BatchScaling(baseBatchSize = 1, rule = ScalingRule.SQUARE_ROOT)"
            + " @Training(batchSize = 64) | scaling-without-warmup",
      })
  void oneMistakeIsOneMessage(String annotations, String id) {
    assertThat(messages(SGD + annotations))
        .singleElement()
        .asString()
        .startsWith("brisk[" + id + "]: ");
  }

  @Test
  void theLinearRuleIsWarnedOfWhereItIsNotWrittenToo() {
    assertThat(messages("@Optimizer(Algorithm.ADAM) @BatchScaling(baseBatchSize = 256)"))
        .singleElement()
        .asString()
        .startsWith("brisk[linear-scaling-of-adam]: the learning rate of ADAM is scaled");
  }

  @ParameterizedTest
  @CsvSource({"Double.MAX_VALUE, 1, 2, Infinity", "Double.MIN_VALUE, 4, 1, 0"})
  void aScaledRateIsARateToo(String rate, int base, int batchSize, String scaled) {
    assertThat(
            messages(
                "@Optimizer(value = Algorithm.SGD, learningRate = "
                    + rate
                    + ") @BatchScaling(baseBatchSize = "
                    + base
                    + ") @Training(batchSize = "
                    + batchSize
                    + ")"))
        .singleElement()
        .asString()
        .startsWith("brisk[learning-rate-not-positive]: ")
        .contains("the learning rate is " + scaled + " by @BatchScaling. ");
  }

  @Test
  void theMinimumOfAScheduleIsHeldAgainstTheScaledRate() {
    assertThat(
            messages(
                SGD
                    + "@BatchScaling(baseBatchSize = 100) @Training(batchSize = 50)"
                    + "@Schedule(value = Decay.COSINE, minLearningRate = 0.07)"))
        .singleElement()
        .asString()
        .contains("minLearningRate is 0.07, above the learning rate of 0.05");
  }

  @Test
  void theLengthOfTheRunCountsUpdatesAndSaysHow() {
    assertThat(
            messages(
                SGD
                    + "@Warmup(steps = 30)"
                    + "@Training(epochs = 3, batchSize = 10, accumulate = 4, examples = 400)"))
        .singleElement()
        .asString()
        .contains("3 epochs of 10 steps (400 examples in batches of 10, 4 an update) are 30 steps")
        .contains("@Warmup(steps = 3)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Optimizer(value = Algorithm.LION, learningRate = 0.003)"
            + "| the learning rate of LION is 0.003.| Write for example learningRate = 0.0003.",
        "@Optimizer(value = Algorithm.LION, learningRate = 3 * 1e-3)"
            + "| the learning rate of LION is 0.003.| Write for example learningRate = 0.0003.",
        "@Optimizer(value = Algorithm.SGD, learningRate = 0.1)"
            + " @BatchScaling(baseBatchSize = 3) @Training(batchSize = 32)"
            + "| the learning rate is multiplied by 10.7,| in place of 3,",
        "@Optimizer(value = Algorithm.SGD, learningRate = 0.1)"
            + " @BatchScaling(baseBatchSize = 32, rule = ScalingRule.SQUARE_ROOT)"
            + " @Training(batchSize = 64)"
            + " @Schedule(value = Decay.COSINE, steps = 10, minLearningRate = 0.2)"
            + "| minLearningRate is 0.2,| 0.141",
      })
  void writesComputedFiguresAsAPersonDoes(String annotations, String one, String other) {
    assertThat(messages(annotations))
        .singleElement()
        .asString()
        .contains(one, other)
        .doesNotContainPattern("\\d\\.\\d{6}");
  }
}
