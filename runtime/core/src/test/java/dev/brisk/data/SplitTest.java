package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {
  private static int[] sizes(Split split) {
    return new int[] {split.training().length, split.validation().length, split.test().length};
  }

  private static int[] all(Split split) {
    return Stream.of(split.training(), split.validation(), split.test())
        .flatMapToInt(Arrays::stream)
        .toArray();
  }

  private static void assertRefused(Supplier<Split> split, String message) {
    assertThatIllegalArgumentException().isThrownBy(split::get).withMessage(message);
  }

  @Test
  void givesEachExampleToOnePart() {
    Split split = Split.of(100).seed(7).fractions(0.7, 0.2, 0.1);

    assertThat(sizes(split)).containsExactly(70, 20, 10);
    assertThat(all(split)).containsExactlyInAnyOrder(IntStream.range(0, 100).toArray());
    assertThat(split).hasToString("Split[70, 20, 10]");
  }

  @Test
  void splitsInTwo() {
    Split split = Split.of(10).fractions(0.8, 0.2);

    assertThat(sizes(split)).containsExactly(8, 2, 0);
  }

  @Test
  void leavesOutWhatTheFractionsLeave() {
    Split split = Split.of(1000).fractions(0.1, 0.05);

    assertThat(sizes(split)).containsExactly(100, 50, 0);
    assertThat(all(split)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 0.8, 0.1, 0.1, 8, 1, 1",
    "11, 0.8, 0.1, 0.1, 9, 1, 1",
    "13, 0.8, 0.1, 0.1, 11, 1, 1",
    "15, 0.8, 0.1, 0.1, 12, 2, 1",
    "17, 0.8, 0.1, 0.1, 13, 2, 2",
    "100, 0.29, 0.57, 0.14, 29, 57, 14",
    "3, 0.34, 0.33, 0.33, 1, 1, 1",
    "10, 0.5, 0.14, 0.13, 5, 2, 1",
  })
  void roundsByLargestRemainders(
      int size, double training, double validation, double test, int a, int b, int c) {
    assertThat(sizes(Split.of(size).fractions(training, validation, test)))
        .containsExactly(a, b, c);
  }

  @Test
  void isTheSameForTheSameSeedOnEveryPlatform() {
    Split split = Split.of(10).seed(1).fractions(0.6, 0.2, 0.2);

    assertThat(all(split)).containsExactly(all(Split.of(10).seed(1).fractions(0.6, 0.2, 0.2)));
    assertThat(all(split)).containsExactly(8, 1, 6, 5, 0, 2, 7, 3, 9, 4);
    assertThat(all(split)).isNotEqualTo(all(Split.of(10).seed(2).fractions(0.6, 0.2, 0.2)));
  }

  @Test
  void drawsEveryExampleAsOften() {
    int[] drawn = new int[20];
    for (int seed = 0; seed < 4000; seed++) {
      for (int example : Split.of(20).seed(seed).fractions(0.75, 0.25).validation()) {
        drawn[example]++;
      }
    }

    // 4,000 draws with probability 1/4: the standard deviation is 27.
    assertThat(Arrays.stream(drawn).boxed()).allMatch(times -> Math.abs(times - 1000) < 140);
  }

  @Test
  void splitsEachClassInTheSameProportion() {
    SplittableRandom random = new SplittableRandom(3);
    double[] fractions = {0.7, 0.2, 0.1};
    for (int round = 0; round < 300; round++) {
      int classes = 1 + random.nextInt(12);
      int[] labels =
          random.ints(100 + random.nextInt(400), 0, classes).map(c -> c * c - 3).toArray();
      Split split =
          Split.of(labels.length).seed(round).stratifiedBy(labels).fractions(0.7, 0.2, 0.1);
      int[][] parts = {split.training(), split.validation(), split.test()};

      assertThat(all(split)).hasSize(labels.length).doesNotHaveDuplicates();
      for (int part = 0; part < parts.length; part++) {
        assertThat((double) parts[part].length)
            .isCloseTo(fractions[part] * labels.length, within(2.0));
        for (int label : IntStream.of(labels).distinct().toArray()) {
          long there = IntStream.of(labels).filter(each -> each == label).count();
          long got = IntStream.of(parts[part]).filter(i -> labels[i] == label).count();
          double quota = fractions[part] * there;
          assertThat((double) got).isBetween(Math.floor(quota + 1e-9), Math.ceil(quota - 1e-9));
        }
      }
    }
  }

  @Test
  void hasEveryClassWithEnoughExamplesInEachPart() {
    int[] labels = IntStream.range(0, 100).map(i -> i % 10).toArray();
    Split split = Split.of(100).stratifiedBy(labels).fractions(0.8, 0.1, 0.1);

    assertThat(Arrays.stream(split.test()).map(i -> labels[i]))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Arrays.stream(split.validation()).map(i -> labels[i]))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void doesNotAddUpRoundingOverManySmallClasses() {
    int[] labels = IntStream.range(0, 500).map(i -> i / 5).toArray();

    assertThat(sizes(Split.of(500).stratifiedBy(labels).fractions(0.8, 0.1, 0.1)))
        .containsExactly(400, 50, 50);
  }

  @Test
  void mixesClassesWithinAPart() {
    int[] labels = IntStream.range(0, 200).map(i -> i / 100).toArray();
    int[] training = Split.of(200).stratifiedBy(labels).fractions(0.5, 0.5).training();

    // In order of the classes there would be one change of label, in random order about 50.
    long changes =
        IntStream.range(1, training.length)
            .filter(i -> labels[training[i]] != labels[training[i - 1]])
            .count();
    assertThat(changes).isBetween(25L, 75L);
  }

  @Test
  void isNotChangedByArraysThatItTookAndGave() {
    int[] labels = {0, 0, 1, 1};
    Splitting splitting = Split.of(4).stratifiedBy(labels);
    labels[0] = 1;
    Split split = splitting.fractions(0.5, 0.5);
    int first = split.training()[0];
    split.training()[0] = 99;

    assertThat(split.training()[0]).isEqualTo(first);
    assertThat(Arrays.stream(split.training()).map(i -> i / 2)).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void inOrderTrainsOnTheFirstAndTestsOnTheLast() {
    Split split = Split.of(10).inOrder().fractions(0.6, 0.3, 0.1);

    assertThat(split.training()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(split.validation()).containsExactly(6, 7, 8);
    assertThat(split.test()).containsExactly(9);
  }

  @Test
  void inOrderLeavesOutTheEnd() {
    Split split = Split.of(10).seed(7).inOrder().seed(8).fractions(0.5, 0.2);

    assertThat(split.training()).containsExactly(0, 1, 2, 3, 4);
    assertThat(split.validation()).containsExactly(5, 6);
  }

  @Test
  void inOrderHasPartsOfTheSameSizesAsDrawn() {
    assertThat(sizes(Split.of(17).inOrder().fractions(0.8, 0.1, 0.1)))
        .containsExactly(sizes(Split.of(17).fractions(0.8, 0.1, 0.1)));
  }

  @Test
  void refusesToStratifyWhatIsInOrder() {
    int[] labels = {0, 0, 2, 1};
    for (Splitting both :
        List.of(
            Split.of(4).inOrder().stratifiedBy(labels),
            Split.of(4).stratifiedBy(labels).inOrder())) {
      assertThatIllegalStateException()
          .isThrownBy(() -> both.fractions(0.5, 0.5))
          .withMessage(
              "a split in order cannot have each of 3 labels in proportion. Leave out inOrder or"
                  + " stratifiedBy");
    }
  }

  @ParameterizedTest
  @CsvSource({"0", "-0.1", "NaN", "1.1", "Infinity"})
  void refusesWhatIsNoFraction(double fraction) {
    assertRefused(
        () -> Split.of(10).fractions(0.5, fraction),
        "the fraction of validation is " + fraction + ", expected above 0, at most 1");
  }

  @Test
  void refusesMoreThanAll() {
    assertRefused(
        () -> Split.of(10).fractions(0.75, 0.25, 0.25),
        "the fractions [0.75, 0.25, 0.25] sum up to 1.25, expected at most 1");
  }

  @Test
  void refusesAnEmptyPart() {
    assertRefused(
        () -> Split.of(20).fractions(0.98, 0.01, 0.01), "validation is empty: 0.01 of 20 examples");
    assertRefused(() -> Split.of(1).fractions(0.5, 0.5), "validation is empty: 0.5 of 1 examples");
  }

  @Test
  void refusesLabelsOfOtherExamples() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(3).stratifiedBy(new int[2]))
        .withMessage("there are 2 labels, expected 3");
  }

  @Test
  void refusesToSplitNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.of(0))
        .withMessage("size is 0, expected at least 1");
  }
}
