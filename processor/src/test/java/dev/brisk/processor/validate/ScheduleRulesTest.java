package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of schedules at their edges; each has its examples beside those of all problems. */
@Tag("javac")
class ScheduleRulesTest {
  private static final String RUN = "@Training(epochs = 30, batchSize = 10, examples = 1000) ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // One message for one mistake, whatever else depends on the figure.
        "STEP, stepSize = 0 | length-not-positive",
        "STEP, stepSize = -5, steps = -5 | length-not-positive length-not-positive",
        "STEP, stepSize = 5, gamma = 0 | gamma-out-of-range",
        "STEP, stepSize = 5, gamma = Double.NaN | gamma-out-of-range",
        "EXPONENTIAL, gamma = Double.POSITIVE_INFINITY | gamma-out-of-range",
        "EXPONENTIAL, gamma = 1.0000001 | gamma-above-one",
        "EXPONENTIAL, gamma = 1 | ''",
        "INVERSE_TIME, gamma = 12, stepSize = 1 | ''",
        "INVERSE_TIME, gamma = 0 | gamma-out-of-range",
        "INVERSE_TIME, gamma = 1, stepSize = 0 | length-not-positive",
        "MULTI_STEP, milestones = {} | schedule-attribute-missing",
        "MULTI_STEP, milestones = {0, 1} | milestones-not-increasing",
        "MULTI_STEP, milestones = {1, 1} | milestones-not-increasing",
        "MULTI_STEP, milestones = -3 | milestones-not-increasing",
        "MULTI_STEP, milestones = 2999 | ''",
        "MULTI_STEP, milestones = 3000 | milestone-beyond-run",
        "MULTI_STEP, milestones = {3000, 4000, 5000} | milestone-beyond-run",
        "MULTI_STEP, milestones = 500, steps = 500 | schedule-ends-early",
        "MULTI_STEP, milestones = 501, steps = 500 | milestone-beyond-run schedule-ends-early",
        "MULTI_STEP, milestones = {5, 30}, interval = Interval.EPOCH | milestone-beyond-run",
        "MULTI_STEP, milestones = {5, 29}, interval = Interval.EPOCH | ''",
        "MULTI_STEP, milestones = {5, 29} | steps-look-like-epochs",
        "MULTI_STEP, milestones = {5, 29}, interval = Interval.STEP | ''",
        "MULTI_STEP, milestones = {5, 31} | ''",
        "LINEAR, startFactor = 1, endFactor = 1 | ''",
        "LINEAR, startFactor = Double.NaN | line-factor-out-of-range",
        "LINEAR, startFactor = 1.5, endFactor = -1 | line-factor-out-of-range line-factor-out-of-range",
        "POLYNOMIAL, power = Double.POSITIVE_INFINITY | power-not-positive",
        "POLYNOMIAL, power = -1, minLearningRate = 0.1 | minimum-rate-equals-peak power-not-positive",
        "COSINE_RESTARTS, period = 0 | length-not-positive",
        "COSINE_RESTARTS, period = 50, periodMultiplier = 0 | length-not-positive",
        "COSINE_RESTARTS, period = 31, interval = Interval.EPOCH | epochs-beyond-run",
        "COSINE_RESTARTS, period = 30, interval = Interval.EPOCH | ''",
        "CYCLIC, maxLearningRate = 0.1 | maximum-rate-not-above-base",
        "CYCLIC, maxLearningRate = Double.NaN | maximum-rate-not-above-base",
        "CYCLIC, maxLearningRate = 1, stepSizeUp = 0, stepSizeDown = 0 | length-not-positive"
            + " length-not-positive",
        "CYCLIC, maxLearningRate = 1, gamma = 0.9 | attribute-not-read",
        "CYCLIC, maxLearningRate = 1, gamma = -1 | attribute-not-read",
        "CYCLIC, maxLearningRate = 1, gamma = 0.9, mode = CycleMode.EXP_RANGE | ''",
        "CYCLIC, maxLearningRate = 1, interval = Interval.EPOCH | ''",
        "CYCLIC, maxLearningRate = 1, stepSizeUp = 40, interval = Interval.EPOCH | epochs-beyond-run",
        "ONE_CYCLE, pctStart = 1 | pct-start-out-of-range",
        "ONE_CYCLE, pctStart = 0 | pct-start-out-of-range",
        "ONE_CYCLE, pctStart = Double.NaN, threePhase = true | pct-start-out-of-range",
        "ONE_CYCLE, pctStart = 0.5, threePhase = true | ''",
        "ONE_CYCLE, divFactor = 0.5 | divisor-out-of-range",
        "ONE_CYCLE, divFactor = 2, finalDivFactor = 0.25 | divisor-out-of-range",
        "ONE_CYCLE, divFactor = 2, finalDivFactor = 0.5 | ''",
        "ONE_CYCLE, divFactor = Double.NaN, finalDivFactor = 0 | divisor-out-of-range"
            + " divisor-out-of-range",
        "ONE_CYCLE, steps = 7, interval = Interval.STEP | peak-missed schedule-ends-early",
        "ONE_CYCLE, steps = 3000 | ''",
        "ONE_CYCLE, interval = Interval.EPOCH | ''",
        "ONE_CYCLE, pctStart = 0.11, interval = Interval.EPOCH | peak-missed",
        "CYCLIC, maxLearningRate = 1, cycleMomentum = true | cycle-without-momentum",
        "CYCLIC, maxLearningRate = 1, cycleMomentum = false | ''",
        "ONE_CYCLE, cycleMomentum = true | cycle-without-momentum",
        "COSINE, cycleMomentum = true | attribute-not-read",
        "INVERSE_SQRT, stepSize = 4000 | ''",
        "INVERSE_SQRT, stepSize = 4000, interval = Interval.EPOCH | ''",
        "INVERSE_SQRT | schedule-attribute-missing",
        "PLATEAU, factor = 0 | factor-out-of-range",
        "PLATEAU, factor = 1 | factor-out-of-range",
        "PLATEAU, threshold = Double.NaN | threshold-negative",
        "PLATEAU, steps = 10 | attribute-not-read",
        "PLATEAU, interval = Interval.EPOCH | ''",
        "PLATEAU, minLearningRate = 0.2 | minimum-rate-above-peak",
        "PLATEAU, minLearningRate = 0.1 | minimum-rate-equals-peak",
        "PLATEAU, monitor = \"loss\" | monitor-unknown",
        "PLATEAU, monitor = \"meanAbsoluteError\" | ''",
        "PLATEAU, monitor = \"inaccuracy\" | direction-unstated",
        "PLATEAU, monitor = \"accuracyLoss\" | direction-unstated",
        "PLATEAU, monitor = \"stated\" | ''",
        "COSINE, steps = 30, interval = Interval.EPOCH | ''",
        "COSINE, steps = 31, interval = Interval.EPOCH | ''",
        "COSINE, steps = 30 | steps-look-like-epochs",
        "COSINE, steps = 31 | schedule-ends-early",
        "CONSTANT, steps = 30 | ''",
        "STEP, stepSize = 30 | steps-look-like-epochs",
        "STEP, stepSize = 30, gamma = 0.9 | ''",
      })
  void judge(String schedule, String ids) {
    assertThat(ids(RUN + "@Schedule(value = Decay." + schedule + ")")).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Warmup(steps = 10, ramp = Ramp.CONSTANT) | ramp-without-start-factor",
        "@Warmup(steps = 10, ramp = Ramp.EXPONENTIAL, startFactor = 0) | ramp-without-start-factor",
        "@Warmup(steps = 10, ramp = Ramp.EXPONENTIAL, startFactor = -1) | start-factor-out-of-range",
        "@Warmup(steps = 10, ramp = Ramp.COSINE) | ''",
        "@Warmup(steps = 10) @Schedule(Decay.PLATEAU) | ''",
        "@Schedule(Decay.PLATEAU) @Schedule(Decay.COSINE) | plateau-beside-schedule",
        "@Schedule(Decay.CONSTANT) @Schedule(Decay.PLATEAU) | plateau-beside-schedule",
        "@Warmup(steps = 100) @Schedule(value = Decay.INVERSE_SQRT, interval = Interval.EPOCH)"
            + " | schedule-attribute-missing",
        "@Training(epochs = 5) @Schedule(value = Decay.CONSTANT, steps = 5, interval ="
            + " Interval.EPOCH) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)"
            + " | schedule-beyond-run",
        "@Training(epochs = 5) @Schedule(value = Decay.CONSTANT, steps = 6, interval ="
            + " Interval.EPOCH) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)"
            + " | schedule-beyond-run",
      })
  void judgeSideBySide(String annotations, String ids) {
    assertThat(ids(annotations)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "val_loss | Remove monitor to watch the loss.",
        "accuracyloss | Write monitor = \"accuracyLoss\".",
        "mean_absolute_error | Write monitor = \"meanAbsoluteError\".",
      })
  void proposeWhatIsProbablyMeantByAMonitor(String monitor, String proposal) {
    assertThat(messages("@Schedule(value = Decay.PLATEAU, monitor = \"" + monitor + "\")"))
        .singleElement()
        .asString()
        .endsWith(proposal);
  }

  /** Absurd figures get problems, and nothing fails on them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-9223372036854775808L",
        "-1",
        "0",
        "1",
        "9223372036854775807L",
      })
  void doNotFailOnAnyLength(String length) {
    String schedules =
        List.of(
                "STEP, stepSize = #",
                "MULTI_STEP, milestones = {#, #}",
                "LINEAR",
                "ONE_CYCLE",
                "COSINE_RESTARTS, period = #, periodMultiplier = 2147483647",
                "CYCLIC, maxLearningRate = 1, stepSizeUp = #, stepSizeDown = #",
                "INVERSE_SQRT, stepSize = #",
                "INVERSE_TIME, gamma = 1, stepSize = #")
            .stream()
            .map(schedule -> "@Schedule(value = Decay." + schedule + ", steps = #) ")
            .reduce("", String::concat)
            .replace("#", length);

    for (String rest : List.of("", "@Warmup(steps = " + length + ") ", RUN)) {
      assertThat(ids(rest + schedules)).doesNotContain("internal-error");
      assertThat(ids(rest + schedules.replace("steps =", "interval = Interval.EPOCH, steps =")))
          .doesNotContain("internal-error");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "Double.NaN", "1e308", "Double.NEGATIVE_INFINITY"})
  void doNotFailOnAnyNumber(String number) {
    for (String schedule :
        List.of(
            "STEP, stepSize = 3, gamma = #",
            "MULTI_STEP, milestones = 3, gamma = #",
            "LINEAR, startFactor = #, endFactor = #",
            "POLYNOMIAL, power = #, minLearningRate = #",
            "CYCLIC, maxLearningRate = #, gamma = #, mode = CycleMode.EXP_RANGE",
            "ONE_CYCLE, pctStart = #, divFactor = #, finalDivFactor = #",
            "PLATEAU, factor = #, threshold = #, minLearningRate = #")) {
      assertThat(ids(RUN + "@Schedule(value = Decay." + schedule.replace("#", number) + ")"))
          .doesNotContain("internal-error");
    }
  }

  /** The ids of all that the model gets, sorted and joined. */
  private static String ids(String annotations) {
    return messages(annotations).stream()
        .map(message -> message.replaceAll("(?s)brisk\\[([a-z-]+)].*", "$1"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static List<String> messages(String annotations) {
    String source =
        """
        import dev.brisk.*;

        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
        %s
        class Model {
          @Parameter double weight;

          @Loss double loss(double x) { return weight * x; }
          @Metric double meanAbsoluteError(double x) { return weight; }
          @Metric double inaccuracy(double x) { return weight; }
          @Metric double accuracyLoss(double x) { return weight; }
          @Metric(better = Better.LOWER) double stated(double x) { return weight; }
        }
        """
            .formatted(annotations);
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .compile(JavaFileObjects.forSourceString("Model", source))
        .diagnostics()
        .stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
