package dev.brisk.samples;

import static dev.brisk.samples.Lesson04RulesOfThumb.Outcome.ERROR;
import static dev.brisk.samples.Lesson04RulesOfThumb.Outcome.SILENT;
import static dev.brisk.samples.Lesson04RulesOfThumb.Outcome.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.brisk.samples.Lesson04RulesOfThumb.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class Lesson04RulesOfThumbTest {
  @Test
  void theCompilerPassesWhatIsUsualWarnsOfWhatIsNotAndRefusesWhatIsWrong() {
    List<Verdict> verdicts = Lesson04RulesOfThumb.verdicts(Lesson04RulesOfThumb.ROWS);

    assertThat(verdicts)
        .extracting(Verdict::annotations)
        .containsExactlyElementsOf(Lesson04RulesOfThumb.ROWS);
    assertThat(verdicts)
        .extracting(Verdict::outcome, Verdict::rule)
        .containsExactly(
            tuple(SILENT, ""),
            tuple(SILENT, ""),
            tuple(SILENT, ""),
            tuple(SILENT, ""),
            tuple(SILENT, ""),
            tuple(SILENT, ""),
            tuple(WARNING, "rate-unusual-for-task"),
            tuple(WARNING, "rate-unusual-for-task"),
            tuple(WARNING, "rate-unusual-for-task"),
            tuple(WARNING, "rate-unusual-for-task"),
            tuple(WARNING, "lion-rate-high"),
            tuple(SILENT, ""),
            tuple(WARNING, "rate-above-inverse-curvature"),
            tuple(ERROR, "stability-bound-exceeded"),
            tuple(SILENT, ""),
            tuple(ERROR, "warmup-longer-than-run"),
            tuple(ERROR, "learning-rate-not-positive"),
            tuple(ERROR, "momentum-out-of-range"),
            tuple(ERROR, "nesterov-without-momentum"));
  }
}
