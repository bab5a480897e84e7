package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.schedule.OneCycle;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("javac")
class PictureTest {
  private static final String RUN = Curves.run(10, 100);

  @Test
  void namesTheWarmupAndEachSchedule() {
    Picture picture =
        picture(
            RUN
                + "@Warmup(steps = 70) @Schedule(value = Decay.CONSTANT, steps = 30)"
                + " @Schedule(value = Decay.COSINE_RESTARTS, period = 50, steps = 100)");

    assertThat(picture.bands())
        .containsExactly(
            new Band("warm-up", 0, 70),
            new Band("constant", 70, 100),
            new Band("cosine restarts", 100, 200),
            new Band("held", 200, 1_000));
  }

  @Test
  void endsItsBandsWithTheRun() {
    assertThat(picture(RUN + "@Warmup(steps = 2_000) @Schedule(Decay.COSINE)").bands())
        .containsExactly(new Band("warm-up", 0, 1_000));
    assertThat(picture(RUN + "@Schedule(value = Decay.COSINE, steps = 2_000)").bands())
        .containsExactly(new Band("cosine", 0, 1_000));
  }

  @Test
  void marksTheHighestRateAndTheLast() {
    Picture picture =
        picture(
            RUN
                + "@Warmup(steps = 70) @Schedule(value = Decay.LINEAR, startFactor = 1,"
                + " endFactor = 0.5)");

    assertThat(picture.highest()).isEqualTo(new Point(70, 0.4));
    assertThat(picture.last().orElseThrow().step()).isEqualTo(999);
    assertThat(picture.description())
        .isEqualTo(
            "Learning rate by step: a summary. Highest: 0.4 at step 70. Last: 0.2 at step 999.");
  }

  @Test
  void hasMomentumAtTheSameSteps() {
    RateCurve curve = Curves.of(RUN + "@Schedule(value = Decay.ONE_CYCLE, cycleMomentum = true)");
    Picture picture =
        Picture.of("", "", curve, Optional.of(new Update.Constant("MOMENTUM", 0.9, "momentum")));

    Picture.Momentum momentum = picture.momentum().orElseThrow();
    assertThat(momentum.name()).isEqualTo("momentum");
    assertThat(momentum.points().stream().map(Point::step))
        .containsExactlyElementsOf(picture.rates().stream().map(Point::step).toList());
    assertThat(momentum.points())
        .allSatisfy(
            point ->
                assertThat(point.value())
                    .isEqualTo(OneCycle.cosineMomentum(point.step(), 1_000, 0.3)));
  }

  @Test
  void saysThatAPlateauIsNotKnownBeforeTraining() {
    Picture picture = picture(RUN + "@Warmup(steps = 70) @Schedule(Decay.PLATEAU)");

    assertThat(picture.openFrom()).isEqualTo(70);
    assertThat(picture.notes()).hasSize(1);
    assertThat(picture.notes().get(0)).contains("before any cut");
    assertThat(picture.rates())
        .filteredOn(point -> point.step() >= 70)
        .allSatisfy(point -> assertThat(point.value()).isEqualTo(Curves.BASE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                                            | beginning, 1,000 steps",
        "@Warmup(steps = 500)                                        | beginning, 5,000 steps",
        "@Schedule(value = Decay.COSINE, steps = 400)                | beginning, 450 steps",
        "@Schedule(value = Decay.STEP, stepSize = 100)               | beginning, 900 steps",
        "@Schedule(value = Decay.MULTI_STEP, milestones = {40, 80})  | beginning, 90 steps",
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.9)           | beginning, 20 steps",
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 1)             | beginning, 1,400,000,000 steps",
        "@Warmup(steps = 30) @Schedule(Decay.COSINE)                 | shape over a run of 1,000 steps",
        "@Warmup(steps = 3000) @Schedule(Decay.COSINE)               | shape over a run of 30,000 steps",
        "@Schedule(value = Decay.COSINE, interval = Interval.EPOCH)  | shape over a run of 10 epochs of 100 steps",
        "@Training(epochs = 7) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)"
            + " | shape over a run of 7 epochs of 100 steps",
        "@Training(examples = 90, batchSize = 20)"
            + " @Schedule(value = Decay.COSINE, steps = 8, interval = Interval.EPOCH)"
            + " | shape over a run of 9 epochs of 5 steps",
      })
  void saysWhatItDrawsOfARunWhoseLengthIsNotDeclared(String annotations, String drawn) {
    Picture picture = picture(annotations == null ? "" : annotations);

    assertThat(picture.notes())
        .containsExactly(
            "@Training does not declare how long the run is; drawn is the " + drawn + ".");
    assertThat(picture.last()).isEmpty();
  }

  @Test
  void leavesOutRatesThatOverflow() {
    Picture picture = picture(RUN + "@Schedule(value = Decay.EXPONENTIAL, gamma = 1e10)");

    assertThat(picture.notes()).containsExactly("Rates above 1e300 are not drawn.");
    assertThat(picture.rates()).allSatisfy(point -> assertThat(point.value()).isFinite());
    assertThat(picture.highest().step()).isBetween(26L, 30L);
  }

  static Stream<String> schedules() {
    return Stream.of(Curves.ALL);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void isDrawnWithoutARunAndInTheLongestAndInTheShortest(String schedule) {
    for (String run : new String[] {"", Curves.run(Integer.MAX_VALUE, 47), Curves.run(1, 1)}) {
      String file = Drawing.of(picture(run + schedule));

      assertThat(new SvgFile(file).line("rate")).isNotEmpty();
      assertThat(file).doesNotContain("NaN", "Infinity").hasSizeLessThan(64_000);
    }
  }

  private static Picture picture(String annotations) {
    return Picture.of("a title", "a summary", Curves.of(annotations), Optional.empty());
  }
}
