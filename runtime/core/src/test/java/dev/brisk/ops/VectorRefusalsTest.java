package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is said of arguments that do not fit: which, its value, and what would fit. */
class VectorRefusalsTest {
  private static final double[] FOUR = {1, 2, 3, 4};
  private static final double[] TWO = {1, 2};
  private static final double[] NONE = {};

  @Test
  void matricesOfAnotherShape() {
    refused(() -> Ops.affine(FOUR, TWO, FOUR), "weights has length 4, expected 2 x 4 = 8");
    refused(
        () -> Ops.matrixVector(FOUR, new double[3]),
        "matrix has length 4, expected a multiple of 3");
    refused(() -> Ops.matrixVector(FOUR, NONE), "x has length 0, expected at least 1");
    refused(() -> Ops.matrixVector(NONE, TWO), "matrix has length 0, expected a multiple of 2");
  }

  @Test
  void lengthsThatDiffer() {
    refused(() -> Ops.add(FOUR, TWO), "b has length 2, expected 4");
    refused(() -> Ops.dot(FOUR, TWO), "b has length 2, expected 4");
    refused(() -> Ops.layerNorm(FOUR, TWO, FOUR), "gain has length 2, expected 4");
    refused(() -> Activations.relu(FOUR, new double[2]), "out has length 2, expected 4");
  }

  @Test
  void nothing() {
    refused(() -> Ops.mean(NONE), "x has length 0, expected at least 1");
    refused(() -> Ops.layerNorm(NONE, NONE, NONE), "x has length 0, expected at least 1");
    refused(() -> Ops.embedding(NONE, 2, 0), "table has length 0, expected a multiple of 2");
  }

  @Test
  void settingsOutOfRange() {
    refused(() -> Ops.layerNorm(TWO, TWO, TWO, -1), "epsilon is -1.0, expected at least 0");
    refused(() -> Ops.embedding(FOUR, 0, 0), "width is 0, expected at least 1");
    refused(() -> Ops.maxPool(FOUR, 2, 2, 0), "size is 0, expected at least 1");
    refused(() -> Ops.maxPool(FOUR, 2, 2, 1, 0), "stride is 0, expected at least 1");
  }

  @Test
  void imagesOfAnotherShape() {
    refused(() -> Ops.maxPool(FOUR, 3, 1, 1), "image has length 4, expected a multiple of 3");
    refused(() -> Ops.maxPool(FOUR, 0, 1, 1), "height is 0, expected at least 1");
    refused(() -> Ops.averagePool(FOUR, 2, 2, 3), "size is 3, expected at most the height, 2");
    refused(() -> Ops.averagePool(FOUR, 4, 1, 2), "size is 2, expected at most the width, 1");
    refused(() -> Ops.conv2d(FOUR, 2, 2, FOUR, TWO, 2), "kernels has length 4, expected 2 x 4 = 8");
    refused(
        () -> Ops.conv2d(FOUR, 2, 2, FOUR, new double[1], 2, 1, -1),
        "padding is -1, expected in [0, 1073741822]");
    refused(
        () -> Ops.conv2d(FOUR, 2, 2, FOUR, new double[1], 2, 0, 1),
        "stride is 0, expected at least 1");
  }

  @Test
  void indicesOutOfRange() {
    outOfBounds(() -> Ops.embedding(FOUR, 2, 2), "row is 2, expected in [0, 2)");
    outOfBounds(() -> Ops.embedding(FOUR, 2, -1), "row is -1, expected in [0, 2)");
    outOfBounds(() -> Ops.slice(FOUR, 2, 5), "[2, 5) is not a range of the 4 elements");
    outOfBounds(() -> Ops.slice(FOUR, -1, 2), "[-1, 2) is not a range of the 4 elements");
    outOfBounds(() -> Ops.slice(FOUR, 3, 2), "[3, 2) is not a range of the 4 elements");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  private static void outOfBounds(ThrowingCallable call, String message) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(call)
        .withMessage(message);
  }
}
