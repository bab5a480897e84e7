package dev.brisk.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
  private static final Part THREE = new Part(3, 2, new double[] {1, -2});
  private static final Part ONE = new Part(1, 6, new double[] {5, 2});

  @Test
  void partsCountByTheirExamples() {
    assertThat(Part.loss(List.of(THREE, ONE))).isEqualTo(3);
    assertThat(Part.gradient(List.of(THREE, ONE), 2)).containsExactly(2, -1);
  }

  @Test
  void aShardWithoutExamplesInTheBatchChangesNothing() {
    assertThat(Part.loss(List.of(Part.NONE, THREE, Part.NONE))).isEqualTo(2);
    assertThat(Part.gradient(List.of(Part.NONE, THREE, Part.NONE), 2)).containsExactly(1, -2);
  }

  @Test
  void floatsAreAddedUpInDoublePrecision() {
    Part large = new Part(1, 0, new float[] {1 << 24});
    Part small = new Part(1, 0, new float[] {1});
    assertThat(Part.gradient(List.of(large, small), 1)).containsExactly((1 << 23) + 0.5);
  }

  @Test
  void whatIsNotFiniteStaysSo() {
    Part lost = new Part(1, Double.NaN, new double[] {Double.POSITIVE_INFINITY, 0});
    assertThat(Part.loss(List.of(THREE, lost))).isNaN();
    assertThat(Part.gradient(List.of(THREE, lost), 2)[0]).isInfinite();
  }

  @Test
  void theSumOfPartsIsAPartOfAllTheirExamples() {
    Part sum = Part.sum(List.of(THREE, Part.NONE, ONE));
    assertThat(Part.loss(List.of(sum))).isEqualTo(3);
    assertThat(Part.gradient(List.of(sum, new Part(4, 0, new double[2])), 2))
        .containsExactly(1, -0.5);
    assertThat(Part.sum(List.of(Part.NONE))).isSameAs(Part.NONE);
  }

  @Test
  void theSumTellsOfEveryKernel() {
    Part sum = Part.sum(List.of(THREE, new Part(1, 0, new double[2], "others")));
    assertThatIllegalStateException().isThrownBy(sum::check).withMessageContaining(" and others'");
  }

  @Test
  void throwsWhatAnUpdateWasRefusedBy() {
    NonFiniteLossException reason = new NonFiniteLossException(Double.NaN, 7, 0.1);
    assertThatThrownBy(Part.refused(reason)::check).isSameAs(reason);
  }

  @Test
  void refusesWhatOtherKernelsComputed() {
    Part other = new Part(1, 0, new double[1], "vectors of another width");
    assertThatIllegalStateException()
        .isThrownBy(other::check)
        .withMessageStartingWith("an executor computes by 'vectors of another width', the driver");
  }

  @Test
  void acceptsTheSameKernelsForWhateverReason() {
    String kernels = Kernels.describe().replaceAll(" \\(.*", "");
    assertThatCode(new Part(1, 0, new double[1], kernels + " (asked for)")::check)
        .doesNotThrowAnyException();
    assertThatCode(THREE::check).doesNotThrowAnyException();
  }
}
