package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.ArrayList;
import java.util.List;

/**
 * A method of a random program, which its other methods may call.
 *
 * @param calls that one call comes to, with those that the method makes
 */
record RandomFunction(
    boolean isStatic, Result result, String name, List<Kind> parameters, int calls) {
  RandomFunction(boolean isStatic, Result result, String name, List<Kind> parameters) {
    this(isStatic, result, name, parameters, 1);
  }

  /** The same method, which makes so many calls. */
  RandomFunction calling(int number) {
    return new RandomFunction(isStatic, result, name, parameters, 1 + number);
  }

  /** What a method takes. Arrays have elements, and rows of one length. */
  enum Kind {
    NUMBER("%s"),
    WHOLE("int"),
    TRUTH("boolean"),
    LONG("long"),
    /** An array that is only read. */
    VECTOR("%s[]"),
    /** An array that the method may write. */
    WRITTEN("%s[]"),
    ROWS("%s[][]"),
    WRITTEN_ROWS("%s[][]"),
    KEYS("int[]"),
    POINT("Point"),
    SERIES("Series");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /** What a method gives. */
  enum Result {
    NUMBER("%s"),
    WHOLE("int"),
    /** An array that nobody else has. */
    VECTOR("%s[]"),
    /** The first argument, which is an array that it may write. */
    FIRST("%s[]"),
    NOTHING("void");

    private final String type;

    Result(String type) {
      this.type = type;
    }
  }

  /** The head of its declaration; parameters are called a, b, c and so on. */
  String head(String type) {
    List<String> declared = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      declared.add(parameters.get(i).type.replace("%s", type) + " " + parameterName(i));
    }
    String returned = result.type.replace("%s", type);
    return (isStatic ? "static " : "")
        + returned
        + " "
        + name
        + "("
        + String.join(", ", declared)
        + ")";
  }

  private static String parameterName(int index) {
    return Character.toString('a' + index);
  }

  /** Makes the parameters usable in the body. */
  void enter(RandomScope scope) {
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameterName(i);
      boolean isMutable = scope.chance(0.3);
      switch (parameters.get(i)) {
        case NUMBER -> scope.numbers.add(new Named(name, isMutable));
        case WHOLE -> scope.wholes.add(Whole.unknown(name, isMutable));
        case TRUTH -> scope.truths.add(new Named(name, isMutable && scope.has(Feature.BOOLEANS)));
        case LONG -> scope.longs.add(new Named(name, isMutable));
        case VECTOR -> scope.vectors.add(new Vector(name, Extent.like(name), false));
        case WRITTEN -> scope.vectors.add(new Vector(name, Extent.like(name), true));
        case ROWS -> scope.matrices.add(rows(name, false));
        case WRITTEN_ROWS -> scope.matrices.add(rows(name, true));
        case KEYS -> scope.wholeVectors.add(new Vector(name, Extent.like(name), false));
        case POINT -> RandomRecord.POINT.enter(scope, name);
        case SERIES -> RandomRecord.SERIES.enter(scope, name);
      }
    }
  }

  private static Matrix rows(String name, boolean isLocal) {
    return new Matrix(name, Extent.like(name), Extent.like(name + "[0]"), isLocal);
  }

  /** Of a random signature. */
  static RandomFunction of(RandomScope scope, String name) {
    List<Kind> kinds = new ArrayList<>(List.of(Kind.NUMBER, Kind.NUMBER, Kind.WHOLE, Kind.VECTOR));
    if (scope.has(Feature.BOOLEANS)) {
      kinds.add(Kind.TRUTH);
    }
    if (scope.has(Feature.LONGS)) {
      kinds.add(Kind.LONG);
    }
    if (scope.has(Feature.WHOLE_ARRAYS)) {
      kinds.add(Kind.KEYS);
    }
    if (scope.has(Feature.ROWS)) {
      kinds.addAll(List.of(Kind.ROWS, Kind.ROWS));
    }
    if (scope.has(Feature.RECORDS)) {
      kinds.addAll(List.of(Kind.POINT, Kind.SERIES));
    }
    Result result = scope.any(Result.NUMBER, Result.NUMBER, Result.NOTHING);
    List<Kind> parameters = new ArrayList<>();
    if (result == Result.NOTHING) {
      parameters.add(
          scope.has(Feature.ROWS) && scope.chance(0.4) ? Kind.WRITTEN_ROWS : Kind.WRITTEN);
    }
    int count = scope.random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      parameters.add(scope.any(kinds));
    }
    return new RandomFunction(scope.isStatic, result, name, List.copyOf(parameters));
  }
}
