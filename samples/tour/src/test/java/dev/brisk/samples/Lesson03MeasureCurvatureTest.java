package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.samples.digits.DigitImages;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Lesson03MeasureCurvatureTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void declaredRateIsBelowItsBoundAndTheLossBecomesFlat() {
    int status =
        Lesson03MeasureCurvature.run(
            DigitImages.load(), new PrintStream(out), new PrintStream(err));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    double possible = figure("the images allow a curvature of ([0-9.]+),");
    double atZero = figure("and of ([0-9.]+) where all weights are zero");
    double before = figure("before training: .* to ([0-9.]+) .*, converged");
    double after = figure("after training: .* to ([0-9.]+) .*, converged");
    assertThat(before).isEqualTo(atZero).isLessThan(possible);
    assertThat(after).isLessThan(before);
    assertThat(lines()).filteredOn(line -> line.endsWith(": stable")).hasSize(2);
  }

  @Test
  void ratesOfTheLessonDoWhatTheLessonSays() {
    Lesson03MeasureCurvature.run(DigitImages.load(), new PrintStream(out), new PrintStream(err));

    assertThat(lines().get(0)).isEqualTo("(w - 3)^2: diverges from 1.0 on, best rate 0.5");
    assertThat(lines().subList(2, 6))
        .extracting(line -> line.split(" +")[2])
        .containsExactly("monotone", "monotone", "oscillating", "divergent");
  }

  private double figure(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(out.toString(StandardCharsets.UTF_8));
    assertThat(matcher.find()).as(pattern).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
