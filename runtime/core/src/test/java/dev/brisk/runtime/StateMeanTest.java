package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.runtime.Line.Points;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateMeanTest {
  private static final Points POINTS = Line.points(12);

  private final Line line = new Line(7, RunPlan.OPEN);
  private final Line other = new Line(7, RunPlan.OPEN);

  @Test
  void takesTheMeanOfParametersAndTheClocksOfTheFurthest() {
    line.fit(POINTS, Fit.epochs(1).batchSize(6));
    other.restore(line.snapshot());
    Snapshot early = other.snapshot();
    other.slope = 5;
    other.advance();
    Snapshot late = other.snapshot();
    double slope = line.slope;

    line.restoreMean(List.of(early, late), 0.25, 0.75);
    assertThat(line.slope).isEqualTo(0.25 * slope + 0.75 * 5);
    assertThat(line.stepCount()).isEqualTo(3);
    assertThat(line.history()).hasSize(1);
  }

  @Test
  void aSnapshotThatWasSentLeavesTheHistoryAsItIs() throws Exception {
    line.fit(POINTS, Fit.epochs(2));
    other.fit(POINTS, Fit.epochs(1));
    other.restore(sent(line.snapshot()));
    assertThat(other.slope).isEqualTo(line.slope);
    assertThat(other.stepCount()).isEqualTo(line.stepCount());
    assertThat(other.history()).hasSize(1);
  }

  private static Snapshot sent(Snapshot snapshot) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(snapshot);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Snapshot) in.readObject();
    }
  }

  @Test
  void fillsArraysOfEitherPrecisionAndRowsOfThem() {
    double[] doubles = new double[2];
    StateArrays.fillSum(
        doubles, List.of(new double[] {1, 2}, new double[] {3, 6}), new double[] {0.5, 0.5});
    assertThat(doubles).containsExactly(2, 4);
    float[][] rows = new float[1][1];
    StateArrays.fillSum(
        rows, List.of(new float[][] {{1}}, new float[][] {{5}}), new double[] {0.25, 0.75});
    assertThat(rows[0]).containsExactly(4);
  }

  @Test
  void refusesOtherNumbersOfSharesAndOtherTrainers() {
    Snapshot own = line.snapshot();
    double before = line.slope;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.restoreMean(List.of(own), 0.5, 0.5))
        .withMessageStartingWith("there are 1 snapshots and 2 shares");
    assertThatIllegalArgumentException().isThrownBy(() -> line.restoreMean(List.of()));
    Snapshot others = new Shelf(1).snapshot();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.restoreMean(List.of(own, others), 0.5, 0.5))
        .withMessageContaining("Shelf");
    assertThat(line.slope).isEqualTo(before);
  }
}
