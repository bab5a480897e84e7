package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.schedule.RateCurve;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A line through few steps looks as one through all. */
@Tag("javac")
class SampledStepsTest {
  private static final int MOST = 3_000;

  static Stream<String> schedules() {
    return Stream.of(Curves.ALL);
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void areCloseToEveryStepOfAShortRun(String schedule) {
    RateCurve curve = Curves.of(Curves.run(30, 47) + schedule);
    List<Long> steps = SampledSteps.of(curve);
    double twoPixels = curve.peak().rate() / 100;

    assertThat(steps).isSorted().doesNotHaveDuplicates().startsWith(0L).endsWith(30L * 47 - 1);
    for (int i = 1; i < steps.size(); i++) {
      long from = steps.get(i - 1);
      long to = steps.get(i);
      for (long t = from; t <= to; t++) {
        double share = (double) (t - from) / (to - from);
        double line = curve.rate(from) + share * (curve.rate(to) - curve.rate(from));
        assertThat(line).as("rate of step %d", t).isCloseTo(curve.rate(t), within(twoPixels));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void areFewAndHaveTheHighestOfALongRun(String schedule) {
    RateCurve curve = Curves.of(Curves.run(1_000, 1_000_000) + schedule);
    List<Long> steps = SampledSteps.of(curve);

    assertThat(steps).hasSizeLessThan(MOST).contains(0L, 999_999_999L, curve.peak().step());
    assertThat(curve.phases()).allSatisfy(phase -> assertThat(steps).contains(curve.start(phase)));
    if (curve.warmupSteps() > 0) {
      assertThat(steps).contains(curve.warmupSteps() - 1, curve.warmupSteps());
    }
  }

  @Test
  void haveBothSidesOfEveryMilestone() {
    RateCurve curve =
        Curves.of(
            Curves.run(1_000, 1_000_000)
                + "@Schedule(value = Decay.MULTI_STEP, milestones = {17, 300_000_001, 999_999_998})");

    assertThat(SampledSteps.of(curve))
        .contains(16L, 17L, 300_000_000L, 300_000_001L, 999_999_997L, 999_999_998L);
  }

  @Test
  void haveTheRestartsOfALongRun() {
    RateCurve curve =
        Curves.of(
            Curves.run(1_000, 1_000_000)
                + "@Schedule(value = Decay.COSINE_RESTARTS, period = 90_000_001)");

    List<Long> restarts = LongStream.range(1, 11).mapToObj(i -> i * 90_000_001).toList();
    assertThat(SampledSteps.of(curve)).containsAll(restarts);
    assertThat(SampledSteps.of(curve)).containsAll(restarts.stream().map(t -> t - 1).toList());
  }

  /** A hundred thousand cycles, of which each part of the picture shows the full height. */
  @Test
  void showTopAndBottomOfCyclesThatAreNarrowerThanTheirColumn() {
    RateCurve curve =
        Curves.of(
            Curves.run(1_000, 1_000_000)
                + "@Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 3_000,"
                + " stepSizeDown = 7_000)");
    List<Long> steps = SampledSteps.of(curve);
    long hundredth = 10_000_000;

    for (long from = 0; from < 1_000_000_000; from += hundredth) {
      long start = from;
      List<Double> rates =
          steps.stream()
              .filter(step -> step >= start && step < start + hundredth)
              .map(curve::rate)
              .toList();
      assertThat(rates).contains(Curves.BASE, 2.0);
    }
  }

  /** Its epochs are jumps as long as they can be told apart. */
  @Test
  void haveBothSidesOfEveryEpochThatIsCounted() {
    RateCurve curve =
        Curves.of(
            Curves.run(300, 1_000)
                + "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.99, interval = Interval.EPOCH)");
    List<Long> steps = SampledSteps.of(curve);

    for (long epoch = 1; epoch < 300; epoch++) {
      assertThat(steps).contains(epoch * 1_000 - 1, epoch * 1_000);
    }
  }
}
