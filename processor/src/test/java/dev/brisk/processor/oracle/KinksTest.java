package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The derivative at a kink is the one that PyTorch takes. */
final class KinksTest {
  /** {@code max(a, b) + 3 min(a, b) + |c| + (c > 0 ? 7 c : 5 c)}. */
  private final CompiledModel model = TestModels.compiled(TestModels.named("Kinks"));

  @Test
  void tiesOfMaxAndMinShareAndAbsIsFlatAtZero() {
    assertThat(gradient(0.5, 0.5, 0)).containsExactly(0.5 + 1.5, 0.5 + 1.5, 5);
  }

  @Test
  void awayFromTheKinkOneSideTakesAll() {
    assertThat(gradient(2, 1, 1)).containsExactly(1, 3, 8);
    assertThat(gradient(1, 2, -1)).containsExactly(3, 1, 4);
  }

  @Test
  void zerosOfBothSignsAreOneTie() {
    assertThat(gradient(0.0, -0.0, -0.0)).containsExactly(2, 2, 5);
  }

  private double[] gradient(double... parameters) {
    model.parameters(parameters);
    return model.gradient(model.examples(new Object[0]), 0, 1).gradient();
  }
}
