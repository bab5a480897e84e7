package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitTest {
  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void refusesNumbersBelowOne(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fit.epochs(number))
        .withMessage("epochs is " + number + ", expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fit.epochs(1).batchSize(number))
        .withMessage("batchSize is " + number + ", expected at least 1");
  }

  @Test
  void everyMethodLeavesTheOthersAlone() {
    RunPlan declared = new RunPlan(1, 2, 3);
    Fit options = Fit.epochs(10).overrideTraining();
    options.batchSize(5);
    assertThat(options.resolve(declared, 7)).isEqualTo(new RunPlan(10, 2, 7));
    Fit all = options.batchSize(5).shuffle(false).validation(Line.points(1)).onEpoch(epoch -> {});
    assertThat(all.resolve(declared, 7)).isEqualTo(new RunPlan(10, 5, 7));
    assertThat(all.shuffles()).isFalse();
    assertThat(options.shuffles()).isTrue();
    assertThat(options.validationLike(new StreamedSet<>(ExampleStream.inMemory(Line.points(1)))))
        .isNull();
  }

  @Test
  void agreementWithTheDeclarationNeedsNoOverride() {
    RunPlan declared = new RunPlan(10, 5, 7);
    assertThat(Fit.epochs(10).batchSize(5).resolve(declared, 7)).isEqualTo(declared);
    assertThat(Fit.asDeclared().resolve(declared, 7)).isEqualTo(declared);
    assertThat(Fit.asDeclared().resolve(new RunPlan(10, 0, 0), 7))
        .isEqualTo(new RunPlan(10, 32, 7));
    assertThat(Fit.asDeclared().resolve(new RunPlan(10, 0, 0, 4), 7))
        .isEqualTo(new RunPlan(10, 32, 7, 4));
  }

  @Test
  void printsALineForEachEpoch() {
    var bytes = new ByteArrayOutputStream();
    var trainer = new Line(1, RunPlan.OPEN);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      Fit options = Fit.epochs(10).batchSize(10).printTo(out).shuffle(false);
      trainer.fit(Line.points(10), options.validation(Line.points(4)));
      trainer.fit(Line.points(10), Fit.epochs(1).printTo(out));
    } finally {
      Locale.setDefault(before);
    }
    String[] lines = bytes.toString(StandardCharsets.UTF_8).split("\n");
    assertThat(lines).hasSize(11);
    assertThat(lines[0])
        .isEqualTo(
            "epoch  1/10  rate     0.100000  train loss     0.865000  validation loss     0.666275"
                + "  rootLoss     0.816257  count      4.00000");
    assertThat(lines[9]).startsWith("epoch 10/10  rate    0.0550000  train loss ");
    assertThat(lines[9]).hasSameSizeAs(lines[0]);
    assertThat(lines[10]).startsWith("epoch 11/11  rate ").doesNotContain("validation");
  }
}
