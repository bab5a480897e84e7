package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.preview.BandLabels.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BandLabelsTest {
  private static final double RIGHT = 792;
  private static final double LETTER = 6.8;
  private static final Panel PANEL = new Panel(76, 0, 592, 240, new Axis(1_000, "step", 1), 0, 1);

  @Test
  void standInOneRowWhereThereIsRoom() {
    BandLabels labels =
        labels(List.of(new Band("warm-up", 0, 200), new Band("cosine", 200, 1_000)));

    assertThat(labels.rows()).isEqualTo(1);
    assertThat(labels.labels()).extracting(Label::x).containsExactly(76.0, 194.4);
  }

  @Test
  void standBelowTheOneBeforeWhereThatIsInTheWay() {
    BandLabels labels = labels(List.of(new Band("warm-up", 0, 20), new Band("cosine", 20, 1_000)));

    assertThat(labels.labels()).extracting(Label::row).containsExactly(0, 1);
  }

  @Test
  void neverCoverEachOtherNorLeaveThePicture() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      List<Band> bands = new ArrayList<>();
      long from = 0;
      while (from < 1_000) {
        long to = Math.min(1_000, from + 1 + random.nextInt(300));
        bands.add(new Band("x".repeat(3 + random.nextInt(15)), from, to));
        from = to;
      }
      BandLabels labels = labels(bands);

      assertThat(labels.labels())
          .isNotEmpty()
          .allSatisfy(label -> assertThat(end(label)).isLessThan(RIGHT));
      for (Label one : labels.labels()) {
        assertThat(labels.labels())
            .filteredOn(other -> other.row() == one.row() && other != one)
            .allMatch(other -> end(other) <= start(one) || end(one) <= start(other));
      }
    }
  }

  private static BandLabels labels(List<Band> bands) {
    return BandLabels.of(bands, PANEL, RIGHT);
  }

  private static double start(Label label) {
    return label.isBefore() ? label.x() - label.band().name().length() * LETTER : label.x();
  }

  private static double end(Label label) {
    return start(label) + label.band().name().length() * LETTER;
  }
}
