package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  @Test
  void acceptsWhatIsInRange() {
    assertThatNoException()
        .isThrownBy(
            () -> {
              Check.positive("epochs", 1);
              Check.length("weights", 3, 3);
              Check.other("out", new int[0], "labels", new int[0]);
              Check.batch(0, 5, 5);
              Check.batch(4, 5, 5);
              Check.rows("labels", 5, "pixels", 5);
              Check.row("pixels", 0, 3, 3);
            });
  }

  @Test
  void namesArgumentValueAndLimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.positive("epochs", 0))
        .withMessage("epochs is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.length("weights", 2, 3))
        .withMessage("weights has length 2, expected 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.other("out", "same", "labels", "same"))
        .withMessage("out is the array labels, which is still read while it is written");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.rows("labels", 4, "pixels", 5))
        .withMessage("labels has 4 rows, pixels has 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.rows("labels", 0, "pixels", 0))
        .withMessage("labels has no rows, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.row("pixels", 7, 783, 784))
        .withMessage("pixels[7] has length 783, expected 784");
  }

  @Test
  void namesTheColumnWithItsTypeAndTheOneExpected() {
    List<ExampleColumn> columns =
        List.of(
            new ExampleColumn("pixels", float[][].class, List.of(64)),
            new ExampleColumn("digit", int[].class, List.of()));

    assertThatNoException()
        .isThrownBy(() -> Check.columns(columns, new Object[] {new float[0][], new int[0]}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.columns(columns, new Object[] {new double[0][], new int[0]}))
        .withMessage("the column pixels is of type double[][], expected float[][]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.columns(columns, new @Nullable Object[] {new float[0][], null}))
        .withMessage("the column digit is null, expected int[]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Check.columns(columns, new Object[] {new float[0][]}))
        .withMessage("columns has length 1, expected 2: [pixels, digit]");
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0", "3,2", "5,6", "0,6", "5,5"})
  void refusesABatchThatIsNoRangeOfTheExamples(int from, int to) {
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> Check.batch(from, to, 5))
        .withMessage("batch [" + from + ", " + to + ") is not a range of the 5 examples");
  }
}
