package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** The fields and arguments of a random program. */
record RandomSignature(String type, Set<Feature> features) {
  /** The shapes of the parameters that are arrays. */
  static final Map<String, int[]> SHAPES =
      Map.of(
          "w",
          new int[] {3},
          "m",
          new int[] {4},
          "table",
          new int[] {3, 2},
          "sparse",
          new int[] {6},
          "layer",
          new int[] {12},
          "square",
          new int[] {9},
          "widening",
          new int[] {8});

  /** An argument of the loss, and what it is in examples. */
  private record Argument(String declaration, Column column) {}

  /** The values of an example. */
  Object[] example(SplittableRandom random) {
    int length = random.nextInt(1, 5);
    return arguments().stream().map(argument -> argument.column().draw(random, length)).toArray();
  }

  String declared() {
    List<String> declared = arguments().stream().map(Argument::declaration).toList();
    return String.join(", ", declared);
  }

  private List<Argument> arguments() {
    RandomNumbers numbers = new RandomNumbers(type.equals("float"));
    List<Argument> arguments = new ArrayList<>();
    arguments.add(new Argument(type + " x", numbers.one()));
    arguments.add(new Argument(type + " y", numbers.one()));
    arguments.add(new Argument("int k", Column.whole(0, 4)));
    arguments.add(new Argument("int n", Column.whole(-3, 4)));
    arguments.add(new Argument("@Shape(4) " + type + "[] xs", numbers.exactly(4)));
    arguments.add(new Argument(type + "[] vs", numbers.many()));
    if (has(Feature.WHOLE_ARRAYS)) {
      arguments.add(
          new Argument("int[] keys", Column.ragged(3, keys -> Column.wholes(keys, 0, 3))));
    }
    if (has(Feature.ROWS)) {
      Column row = numbers.exactly(3);
      arguments.add(new Argument("@Shape({2, 3}) " + type + "[][] grid", Column.rows(2, row)));
      arguments.add(
          new Argument(type + "[][] rows", Column.rows(Column.ragged(3, numbers::exactly))));
    }
    if (has(Feature.LONGS)) {
      arguments.add(new Argument("long[] ids", Column.bigs(-5, Long.MAX_VALUE)));
      arguments.add(new Argument("long id", Column.big(Long.MIN_VALUE, Long.MAX_VALUE)));
    }
    if (has(Feature.BOOLEANS)) {
      arguments.add(new Argument("boolean[] mask", Column.truths()));
      arguments.add(new Argument("boolean isOn", Column.truth()));
    }
    if (has(Feature.RECORDS)) {
      arguments.add(new Argument("Point from", RandomRecord.POINT.column(numbers)));
      arguments.add(new Argument("Series series", RandomRecord.SERIES.column(numbers)));
      arguments.add(new Argument("Point to", RandomRecord.POINT.column(numbers)));
    }
    return arguments;
  }

  private boolean has(Feature feature) {
    return features.contains(feature);
  }

  /** Makes the arguments usable. */
  void enter(RandomScope scope) {
    scope.numbers.add(new Named("x", scope.chance(0.3)));
    scope.numbers.add(new Named("y", false));
    scope.wholes.add(Whole.between("k", 0, 3));
    scope.wholes.add(Whole.unknown("n", scope.chance(0.3)));
    scope.vectors.add(new Vector("xs", Extent.of(4), false));
    scope.vectors.add(new Vector("vs", Extent.like("vs"), false));
    if (has(Feature.WHOLE_ARRAYS)) {
      scope.wholeVectors.add(new Vector("keys", Extent.anyLike("keys"), false));
    }
    if (has(Feature.ROWS)) {
      scope.matrices.add(new Matrix("grid", Extent.of(2), Extent.of(3), false));
      scope.matrices.add(new Matrix("rows", Extent.like("rows"), Extent.anyLike(""), false));
    }
    if (has(Feature.LONGS)) {
      scope.longs.add(new Named("ids[0]", false));
      scope.longs.add(new Named("ids[ids.length - 1]", false));
      scope.longs.add(new Named("id", scope.chance(0.4)));
    }
    if (has(Feature.BOOLEANS)) {
      scope.truths.add(new Named("mask[0]", false));
      scope.truths.add(new Named("mask[mask.length - 1]", false));
      scope.truths.add(new Named("isOn", scope.chance(0.4)));
    }
    if (has(Feature.RECORDS)) {
      RandomRecord.POINT.enter(scope, "from");
      RandomRecord.SERIES.enter(scope, "series");
      RandomRecord.POINT.enter(scope, "to");
    }
  }

  /** Writes the fields. */
  void fields(RandomCode code) {
    code.line("static final int RANK = 2;");
    code.line("@Parameter " + type + " p;");
    code.line("@Parameter " + type + " q;");
    code.line("@Parameter(shape = 3) " + type + "[] w;");
    code.line("@Parameter(shape = {2, 2}) " + type + "[] m;");
    if (has(Feature.ROWS)) {
      String sparse = has(Feature.SPARSE) ? "@Sparse " : "";
      code.line(sparse + "@Parameter(shape = {3, 2}) " + type + "[][] table;");
    } else if (has(Feature.SPARSE)) {
      code.line("@Sparse @Parameter(shape = 6) " + type + "[] sparse;");
    }
    if (has(Feature.VECTOR_OPERATIONS)) {
      code.line("@Parameter(shape = {3, 4}) " + type + "[] layer;");
      code.line("@Parameter(shape = {3, 3}) " + type + "[] square;");
      code.line("@Parameter(shape = {4, 2}) " + type + "[] widening;");
    }
    if (has(Feature.CONSTANT_ARRAYS)) {
      code.line("static final " + type + "[] KNOTS = {0.5f, -1, 0.25f};");
      code.line("static final int[] ORDER = {2, 0, 1};");
      if (has(Feature.ROWS)) {
        code.line("static final " + type + "[][] KERNEL = {{1, 0.5f}, {-0.5f, 2}};");
      }
    }
    if (has(Feature.FINAL_FIELDS)) {
      code.line("final " + type + " gain = 0.75f;");
      code.line("final int depth = RANK + 1;");
    }
  }

  /** The declarations of records. */
  List<String> records() {
    return has(Feature.RECORDS)
        ? Arrays.stream(RandomRecord.values()).map(record -> record.declaration(type)).toList()
        : List.of();
  }

  /** Makes the fields usable. */
  void enterFields(RandomScope scope) {
    if (has(Feature.CONSTANT_ARRAYS)) {
      scope.vectors.add(new Vector("KNOTS", Extent.of(3), false));
      scope.wholeVectors.add(new Vector("ORDER", Extent.of(3), false));
      if (has(Feature.ROWS)) {
        scope.matrices.add(new Matrix("KERNEL", Extent.of(2), Extent.of(2), false));
      }
    }
    if (scope.isStatic) {
      return;
    }
    scope.numbers.add(new Named("p", false));
    scope.numbers.add(new Named("q", false));
    scope.vectors.add(new Vector("w", Extent.of(3), false));
    scope.vectors.add(new Vector("m", Extent.of(4), false));
    if (has(Feature.ROWS)) {
      scope.matrices.add(new Matrix("table", Extent.of(3), Extent.of(2), false));
    } else if (has(Feature.SPARSE)) {
      scope.vectors.add(new Vector("sparse", Extent.of(6), false));
    }
    if (has(Feature.VECTOR_OPERATIONS)) {
      scope.vectors.add(new Vector("square", Extent.of(9), false));
    }
    if (has(Feature.FINAL_FIELDS)) {
      scope.numbers.add(new Named("gain", false));
      scope.wholes.add(Whole.between("depth", 3, 3));
    }
  }
}
