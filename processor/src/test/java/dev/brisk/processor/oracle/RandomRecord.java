package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;

/** The records of a random program. */
enum RandomRecord {
  POINT("Point", "%s a, int at, %s b"),
  SERIES("Series", "int[] keys, %s[] values, boolean isLast, long code");

  private final String name;
  private final String components;

  RandomRecord(String name, String components) {
    this.name = name;
    this.components = components;
  }

  /** A variable of the type. */
  record Value(String name, RandomRecord type) {}

  String typeName() {
    return name;
  }

  String declaration(String type) {
    return "record " + name + "(" + components.replace("%s", type) + ") {}";
  }

  /** Values of examples. */
  Column column(RandomNumbers numbers) {
    return switch (this) {
      case POINT -> Column.components(numbers.one(), Column.whole(0, 3), numbers.one());
      case SERIES ->
          Column.components(
              Column.wholes(-2, 6), numbers.many(), Column.truth(), Column.big(-9, Long.MAX_VALUE));
    };
  }

  /** Makes the components of a variable usable. */
  void enter(RandomScope scope, String variable) {
    scope.records.add(new Value(variable, this));
    if (this == POINT) {
      scope.numbers.add(new Named(variable + ".a()", false));
      scope.numbers.add(new Named(variable + ".b()", false));
      scope.wholes.add(Whole.between(variable + ".at()", 0, 2));
      return;
    }
    String values = variable + ".values()";
    scope.vectors.add(new Vector(values, Extent.like(values), false));
    scope.wholeVectors.add(new Vector(variable + ".keys()", Extent.like(values), false));
    scope.truths.add(new Named(variable + ".isLast()", false));
    scope.longs.add(new Named(variable + ".code()", false));
  }
}
