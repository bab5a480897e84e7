package dev.brisk.processor.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** What a random program may use at a point. */
final class RandomScope {
  /**
   * A number.
   *
   * @param isMutable whether it may be assigned
   */
  record Scalar(String name, boolean isMutable) {}

  /**
   * A whole number in {@code [low, high]}, or an index of every array whose length is that of the
   * named one.
   *
   * @param high less than {@code low} where the range is not known
   */
  record Whole(String name, int low, int high, String indexOf, boolean isMutable) {}

  /**
   * An array of a fixed length, or one as long as the named one.
   *
   * @param length 0 where it is not fixed
   * @param isLocal whether it may be written
   */
  record Vector(String name, int length, String asLongAs, boolean isLocal) {
    String lengthText() {
      return length > 0 ? Integer.toString(length) : name + ".length";
    }
  }

  /** The scalar type of the program's numbers, {@code double} or {@code float}. */
  final String type;

  final SplittableRandom random;
  final List<Scalar> scalars = new ArrayList<>();
  final List<Whole> wholes = new ArrayList<>();
  final List<Vector> vectors = new ArrayList<>();
  final List<String> truths = new ArrayList<>();

  /** Helper methods that take two numbers and give one. */
  final List<String> functions = new ArrayList<>();

  /** Local arrays that were read, which should rather not be written any more. */
  final List<String> read = new ArrayList<>();

  /** Whether this is a static method, which sees no parameters. */
  final boolean isStatic;

  /** Whether it often writes arrays that were read. */
  private final boolean isCareless;

  private int count;

  RandomScope(SplittableRandom random, String type, boolean isStatic) {
    this.random = random;
    this.type = type;
    this.isStatic = isStatic;
    this.isCareless = random.nextInt(4) == 0;
  }

  boolean isSingle() {
    return type.equals("float");
  }

  /** A name that is new in the method. */
  String fresh(String stem) {
    return stem + count++;
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  List<Scalar> mutableScalars() {
    return scalars.stream().filter(Scalar::isMutable).toList();
  }

  List<Vector> localVectors() {
    Predicate<Vector> unread =
        vector -> !read.contains(vector.name()) || chance(isCareless ? 0.5 : 0.04);
    return vectors.stream().filter(Vector::isLocal).filter(unread).toList();
  }

  /** Runs the writing of a block; what it declares ends with it. */
  void within(Runnable block) {
    int scalarCount = scalars.size();
    int wholeCount = wholes.size();
    int vectorCount = vectors.size();
    int truthCount = truths.size();
    block.run();
    scalars.subList(scalarCount, scalars.size()).clear();
    wholes.subList(wholeCount, wholes.size()).clear();
    vectors.subList(vectorCount, vectors.size()).clear();
    truths.subList(truthCount, truths.size()).clear();
  }
}
