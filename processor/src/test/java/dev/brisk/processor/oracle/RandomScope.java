package dev.brisk.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** What a random program may use at a point. */
final class RandomScope {
  /** A number, by a text that reads it; a truth value; or a long number. */
  record Named(String name, boolean isMutable) {}

  /**
   * A whole number in {@code [low, high]}, or an index of every array whose length is that of the
   * named one.
   *
   * @param high less than {@code low} where the range is not known
   */
  record Whole(String name, int low, int high, String indexOf, boolean isMutable) {
    static Whole between(String name, int low, int high) {
      return new Whole(name, low, high, "", false);
    }

    static Whole unknown(String name, boolean isMutable) {
      return new Whole(name, 0, -1, "", isMutable);
    }

    boolean isKnown() {
      return low <= high;
    }
  }

  /**
   * The length of an array: fixed, or that of a named array.
   *
   * @param fixed 0 where it is not fixed
   * @param mayBeNone whether there may be no element at all
   */
  record Extent(int fixed, String like, boolean mayBeNone) {
    static Extent of(int fixed) {
      return new Extent(fixed, "", false);
    }

    static Extent like(String name) {
      return new Extent(0, name, false);
    }

    static Extent anyLike(String name) {
      return new Extent(0, name, true);
    }

    boolean isRangeOf(Whole whole) {
      if (fixed == 0) {
        return !like.isEmpty() && whole.indexOf().equals(like);
      }
      return whole.low() >= 0 && whole.isKnown() && whole.high() < fixed;
    }

    /** An index that counts through it. */
    Whole index(String name) {
      return new Whole(name, 0, fixed - 1, like, false);
    }
  }

  /**
   * An array.
   *
   * @param isLocal whether it may be written
   */
  record Vector(String name, Extent extent, boolean isLocal) {
    String lengthText() {
      return extent.fixed() > 0 ? Integer.toString(extent.fixed()) : name + ".length";
    }
  }

  /**
   * An array of rows.
   *
   * @param columns of every row; the length of none in particular where they differ
   */
  record Matrix(String name, Extent rows, Extent columns, boolean isLocal) {
    boolean isRagged() {
      return columns.fixed() == 0 && columns.like().isEmpty();
    }

    /** The row of an index that does not change, or of any where all have one length. */
    Vector row(String index) {
      String row = name + "[" + index + "]";
      return new Vector(row, isRagged() ? Extent.anyLike(row) : columns, isLocal);
    }

    /** The rows, as an array of something. */
    Vector outer() {
      return new Vector(name, rows, false);
    }
  }

  /** The scalar type of the program's numbers, {@code double} or {@code float}. */
  final String type;

  final SplittableRandom random;
  final Set<Feature> features;
  final List<Named> numbers = new ArrayList<>();
  final List<Named> truths = new ArrayList<>();
  final List<Named> longs = new ArrayList<>();
  final List<Whole> wholes = new ArrayList<>();
  final List<Vector> vectors = new ArrayList<>();
  final List<Vector> wholeVectors = new ArrayList<>();
  final List<Matrix> matrices = new ArrayList<>();

  /** Records, by their types. */
  final List<RandomRecord.Value> records = new ArrayList<>();

  /** The methods that may be called. */
  final List<RandomFunction> functions = new ArrayList<>();

  /** Local arrays that were read, which should rather not be written any more. */
  private final List<String> read = new ArrayList<>();

  /** Whether this is a static method, which sees no parameters. */
  final boolean isStatic;

  /** Whether it often writes arrays that were read. */
  private final boolean isCareless;

  /** Whether names are used again once their block has ended. */
  private final boolean isThrifty;

  /** How many loops are around. */
  int loops;

  /** How many blocks are around. */
  int depth;

  /** Whether {@code break} would leave a loop. */
  boolean isBreakable;

  /** Calls so far, with those that they come to. */
  int calls;

  int mostCalls;

  private int count;

  RandomScope(SplittableRandom random, String type, Set<Feature> features, boolean isStatic) {
    this.random = random;
    this.type = type;
    this.features = features;
    this.isStatic = isStatic;
    this.isCareless = features.contains(Feature.OVERWRITES) || random.nextInt(8) == 0;
    this.isThrifty = random.nextBoolean();
  }

  boolean isSingle() {
    return type.equals("float");
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** A name that is new where it stands. */
  String fresh(String stem) {
    return stem + count++;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  @SafeVarargs
  final <T> T any(T... items) {
    return items[random.nextInt(items.length)];
  }

  List<Named> mutableNumbers() {
    return numbers.stream().filter(Named::isMutable).toList();
  }

  List<Whole> mutableWholes() {
    return wholes.stream().filter(Whole::isMutable).toList();
  }

  /** Arrays that may be written, most often those that nobody has read. */
  List<Vector> writableVectors() {
    return vectors.stream().filter(vector -> isWritable(vector.name(), vector.isLocal())).toList();
  }

  List<Matrix> writableMatrices() {
    return matrices.stream().filter(matrix -> isWritable(matrix.name(), matrix.isLocal())).toList();
  }

  private boolean isWritable(String name, boolean isLocal) {
    double careless = has(Feature.OVERWRITES) ? 1 : isCareless ? 0.3 : 0.02;
    return isLocal && (!read.contains(name) || chance(careless));
  }

  void markRead(String name) {
    read.add(name);
  }

  /** Runs the writing of the body of a loop. */
  void withinLoop(Runnable body) {
    boolean wasBreakable = isBreakable;
    isBreakable = true;
    loops++;
    within(body);
    loops--;
    isBreakable = wasBreakable;
  }

  /** Runs the writing of the branches of a switch. */
  void withinSwitch(Runnable body) {
    boolean wasBreakable = isBreakable;
    isBreakable = false;
    body.run();
    isBreakable = wasBreakable;
  }

  /** Runs the writing of a block; what it declares ends with it. */
  void within(Runnable block) {
    int countBefore = count;
    List<Runnable> restore =
        List.of(
            kept(numbers),
            kept(truths),
            kept(longs),
            kept(wholes),
            kept(vectors),
            kept(wholeVectors),
            kept(matrices));
    depth++;
    block.run();
    depth--;
    restore.forEach(Runnable::run);
    if (isThrifty) {
      count = countBefore;
    }
  }

  private static <T> Runnable kept(List<T> items) {
    List<T> before = List.copyOf(items);
    return () -> {
      items.clear();
      items.addAll(before);
    };
  }

  /** A local of that name hides what was called so. */
  void hide(String name) {
    Predicate<String> hidden = text -> text.equals(name) || text.startsWith(name + "[");
    numbers.removeIf(number -> hidden.test(number.name()));
    vectors.removeIf(vector -> hidden.test(vector.name()));
    matrices.removeIf(matrix -> hidden.test(matrix.name()));
  }
}
