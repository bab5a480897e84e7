package dev.brisk.processor.oracle;

/** Columns of the type that a program computes with. */
record RandomNumbers(boolean isSingle) {
  Column one() {
    return isSingle ? Column.single(-1, 1) : Column.real(-1, 1);
  }

  /** As many as the example's length. */
  Column many() {
    return isSingle ? Column.singles(-1, 1) : Column.reals(-1, 1);
  }

  Column exactly(int length) {
    return isSingle ? Column.singles(length, -1, 1) : Column.reals(length, -1, 1);
  }
}
