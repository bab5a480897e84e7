package dev.brisk.samples.digits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which images are trained on, and which fifth of them is held out; the same in every program.
 *
 * @param training the rows of four fifths of the images, in random order
 * @param heldOut those of the others, likewise
 */
public record DigitSplit(int[] training, int[] heldOut) {
  private static final long SEED = 3;

  /** A split of so many images: a fifth of them, rounded down, is held out. */
  public static DigitSplit of(int images) {
    int[] rows = shuffledRows(images);
    int fifth = images / 5;
    return new DigitSplit(
        Arrays.copyOfRange(rows, fifth, images), Arrays.copyOfRange(rows, 0, fifth));
  }

  /** The order of the file may mean something: the fifth to hold out is drawn, not cut off. */
  public static int[] shuffledRows(int size) {
    List<Integer> rows =
        IntStream.range(0, size).boxed().collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(rows, new Random(SEED));
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }
}
