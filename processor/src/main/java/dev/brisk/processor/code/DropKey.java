package dev.brisk.processor.code;

import dev.brisk.ops.Dropout;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Type;
import java.util.List;

/** Keys of dropout: a step has one, of which each example gets its own, and of that each call. */
public final class DropKey {
  private static final Primitive WITH =
      Primitive.plain(
          Dropout.class.getCanonicalName(), "with", Type.LONG, List.of(Type.LONG, Type.INT));

  private DropKey() {}

  /** {@code Dropout.with(key, number)}: another key for each number. */
  public static Expr with(Expr key, Expr number) {
    return new Expr.Call(WITH, List.of(key, number), Place.NOWHERE);
  }
}
