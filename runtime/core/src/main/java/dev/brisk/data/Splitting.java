package dev.brisk.data;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** How examples are to be split, begun with {@link Split#of}. Immutable. */
public final class Splitting {
  private static final String[] NAMES = {"training", "validation", "test"};

  /** Keeps the order apart from others that are drawn from the same seed. */
  private static final long SALT = 0x7061727473L; // "parts" in ASCII

  private final int[] classes;
  private final long seed;
  private final boolean isInOrder;

  Splitting(int[] classes, long seed, boolean isInOrder) {
    this.classes = classes;
    this.seed = seed;
    this.isInOrder = isInOrder;
  }

  /** What the parts are drawn by; 0 if nothing else is said. */
  public Splitting seed(long number) {
    return new Splitting(classes, number, isInOrder);
  }

  /**
   * Splits the examples of each label in the same proportion. Of n examples of a label a part with
   * the fraction f gets n f, rounded up or down; so every label with at least 1 / f examples is in
   * it. The parts that are rounded up are those that are furthest behind over all labels so far, so
   * that rounding does not add up.
   *
   * @param labels of the examples, in their order
   * @throws IllegalArgumentException if there is not one for each example
   */
  public Splitting stratifiedBy(int[] labels) {
    if (labels.length != classes.length) {
      throw new IllegalArgumentException(
          "there are " + labels.length + " labels, expected " + classes.length);
    }
    return new Splitting(labels.clone(), seed, isInOrder);
  }

  /**
   * Shuffles nothing: the first examples are trained on, those after them are validated by, and
   * then come those of the test. What the fractions leave is at the end.
   *
   * <p>It is for examples in the order of time. What is forecast was not known when it was made; of
   * parts that are drawn at random, a model of a series would learn from Tuesday what Monday was,
   * and seem better than it will be. A seed then has no effect.
   */
  public Splitting inOrder() {
    return new Splitting(classes, seed, true);
  }

  /**
   * Takes two parts.
   *
   * @throws IllegalArgumentException as for three
   * @throws IllegalStateException as for three
   */
  public Split fractions(double training, double validation) {
    return parts(training, validation);
  }

  /**
   * Takes three parts. Of n examples a part with the fraction f gets n f, rounded down, and what is
   * then left goes, an example each, to the parts with the largest remainders, to the former of
   * equal ones. What the fractions leave of 1 counts as a part, of examples that are not used.
   *
   * @throws IllegalArgumentException unless the fractions are above 0 and sum up to at most 1, or
   *     if a part would be empty
   * @throws IllegalStateException if examples in order are to be split by several labels, too
   */
  public Split fractions(double training, double validation, double test) {
    return parts(training, validation, test);
  }

  private Split parts(double... fractions) {
    Apportionment apportionment = Apportionment.by(fractions, NAMES);
    Map<Integer, int[]> sizes = sizes(apportionment);
    if (isInOrder && sizes.size() > 1) {
      throw new IllegalStateException(
          "a split in order cannot have each of "
              + sizes.size()
              + " labels in proportion. Leave out inOrder or stratifiedBy");
    }
    int[][] parts = new int[fractions.length][];
    for (int p = 0; p < parts.length; p++) {
      int part = p;
      parts[p] = new int[sizes.values().stream().mapToInt(each -> each[part]).sum()];
      if (parts[p].length == 0) {
        throw new IllegalArgumentException(
            NAMES[p] + " is empty: " + fractions[p] + " of " + classes.length + " examples");
      }
    }
    deal(sizes, parts);
    return new Split(parts);
  }

  /** By label, in the order of labels: how many of its examples each part gets. */
  private Map<Integer, int[]> sizes(Apportionment apportionment) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (int label : classes) {
      counts.merge(label, 1, Integer::sum);
    }
    Map<Integer, int[]> sizes = new TreeMap<>();
    counts.forEach((label, count) -> sizes.put(label, apportionment.next(count)));
    return sizes;
  }

  /**
   * Goes through the examples in random order, or in theirs, and gives each to the first part with
   * room.
   */
  private void deal(Map<Integer, int[]> room, int[][] parts) {
    int[] filled = new int[parts.length];
    int[] order = isInOrder ? IntStream.range(0, classes.length).toArray() : shuffled();
    for (int example : order) {
      int[] left = room.get(classes[example]);
      int part = 0;
      while (part < parts.length && left[part] == 0) {
        part++;
      }
      if (part < parts.length) {
        left[part]--;
        parts[part][filled[part]++] = example;
      }
    }
  }

  /** A permutation, all equally likely (Fisher and Yates). */
  private int[] shuffled() {
    SplittableRandom random = new SplittableRandom(new SplittableRandom(seed ^ SALT).nextLong());
    int[] order = new int[classes.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
