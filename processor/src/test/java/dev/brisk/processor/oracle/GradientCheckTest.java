package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.check.GradientReport;
import dev.brisk.check.Verdict;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Brisk's check for users raises no false alarm on derived gradients, of either precision. */
@Tag("javac")
class GradientCheckTest {
  private final SplittableRandom random = new SplittableRandom(20240607);

  static Stream<TestModel> all() {
    return TestModels.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void derivedGradientIsNowhereWrong(TestModel tested) {
    CompiledModel model = TestModels.compiled(tested);
    model.parameters(tested.parameters(model.parameters().length, random));
    List<Object[]> rows = tested.examples(tested.columns().isEmpty() ? 1 : 4, random);
    double[] before = model.parameters();

    GradientReport report = model.gradientCheck(model.examples(rows));

    assertThat(report.with(Verdict.WRONG)).isEmpty();
    assertThat(model.parameters()).isEqualTo(before);
    if (!tested.name().equals("Kinks")) {
      report.assertRight();
    }
  }
}
