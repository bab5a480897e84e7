package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The derivative at a kink is the one that PyTorch takes. */
@Tag("javac")
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

  /** PyTorch's relu, leaky_relu, elu, l1_loss, clamp(min=0) of the hinge and huber_loss. */
  @Test
  void primitivesHaveTheSubgradientThatTheirDocumentationStates() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertThat(gradient("KinksOfPrimitives", zero, zero, zero, 2, 2, 1, 2.5))
          .containsExactly(0, 0.25, 1, 0, 0, -1, 0.5);
    }
    assertThat(gradient("KinksOfPrimitives", 0, 0, 0, 2, 2, 1, 1.5)[6]).isEqualTo(-0.5);
  }

  @Test
  void primitivesBesideTheirKinksHaveTheDerivativeOfTheirSide() {
    double up = 1e-9;
    assertThat(gradient("KinksOfPrimitives", up, up, up, 2 + up, 2 + up, 1 + up, 2.5 + up))
        .containsExactly(1, 1, 1, 1, 0.25, 0, 0.5);
    assertThat(gradient("KinksOfPrimitives", -up, -up, -1, 2 - up, 2 - up, 1 - up, 1.5 - up))
        .containsExactly(0, 0.25, Math.exp(-1), -1, -0.75, -1, -0.5);
  }

  /** As PyTorch's autograd, which follows the operations that were run. */
  @Test
  void ofTwoBranchesTheOneThatIsTakenIsDerived() {
    assertThat(gradient("KinksOfBranches", 0, 0, 0, 0, 1, 1))
        .containsExactly(7, -1, 0.5, 1.5, 1, 0);
    assertThat(gradient("KinksOfBranches", -0.0, -0.0, -0.0, -0.0, 1, 1))
        .containsExactly(7, -1, 0.5, 1.5, 1, 0);
    assertThat(gradient("KinksOfBranches", -1, 1, -1, -1, 1, 1)).containsExactly(3, 1, 0, 2, 1, 0);
  }

  @Test
  void powersOfZeroAreFlatInTheirExponentAndZerothPowersInTheirBase() {
    assertThat(gradient("KinksOfBranches", 1, 1, 1, 1, 0, 0)).endsWith(0, 0);
    assertThat(gradient("KinksOfBranches", 1, 1, 1, 1, 0, 2)).endsWith(0, 0);
    assertThat(gradient("KinksOfBranches", 1, 1, 1, 1, -3, 0)[4]).isZero();
  }

  private double[] gradient(double... parameters) {
    return gradient(model, parameters);
  }

  private static double[] gradient(String name, double... parameters) {
    return gradient(TestModels.compiled(TestModels.named(name)), parameters);
  }

  private static double[] gradient(CompiledModel model, double... parameters) {
    model.parameters(parameters);
    return model.gradient(model.examples(new Object[0]), 0, 1).gradient();
  }
}
