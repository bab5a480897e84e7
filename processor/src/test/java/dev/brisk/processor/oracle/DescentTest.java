package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps of plain gradient descent, in which gradient and update may be one. */
@Tag("javac")
final class DescentTest {
  @ParameterizedTest
  @MethodSource("dev.brisk.processor.oracle.TestModels#ofPlainDescent")
  void stepMovesEveryParameterDownItsGradient(TestModel tested) {
    double rate = tested.plainRate().orElseThrow();
    double tolerance = tested.isSingle() ? 1e-6 : 1e-13;
    SplittableRandom random = new SplittableRandom(tested.name().hashCode());
    CompiledModel model = TestModels.compiled(tested);
    for (Object[] example : tested.examples(8, random)) {
      double[] before = tested.parameters(model.parameters().length, random);
      model.parameters(before);
      before = model.parameters();
      Object examples = model.examples(List.<Object[]>of(example));
      double[] gradient = model.gradient(examples, 0, 1).gradient();
      double loss = model.ownLoss(example);

      double rounding = tested.rounding() * (1 + Math.abs(loss));
      assertThat(model.step(example)).isCloseTo(loss, within(rounding));

      double[] after = model.parameters();
      for (int i = 0; i < before.length; i++) {
        double size = 1 + Math.abs(before[i]) + Math.abs(rate * gradient[i]);
        assertThat(after[i]).isCloseTo(before[i] - rate * gradient[i], within(tolerance * size));
      }
    }
  }
}
