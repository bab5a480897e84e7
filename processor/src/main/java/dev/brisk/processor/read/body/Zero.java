package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;

/** Stands for the value of a local on paths on which it has none and nobody reads it. */
final class Zero {
  private Zero() {}

  /** The value that Java gives a field of the scalar type. */
  static Expr of(Type type, Place place) {
    Object value =
        switch (type.element()) {
          case BOOLEAN -> false;
          case INT -> 0;
          case LONG -> 0L;
          case FLOAT -> 0f;
          case DOUBLE -> 0.0;
          case RECORD -> throw new IllegalArgumentException("a record is no scalar");
        };
    return new Expr.Constant(value, type, place);
  }
}
