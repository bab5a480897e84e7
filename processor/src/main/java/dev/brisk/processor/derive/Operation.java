package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of the forms of an operation whose result is an array. They write into arrays that are
 * given; see {@link dev.brisk.ops.InPlace}.
 */
final class Operation {
  private Operation() {}

  /** {@code Forms.name(arguments, array)}. */
  static Code.Invoke filling(Variable array, Expr.Call call) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    arguments.add(Algebra.read(array));
    return new Code.Invoke(owner(call.primitive()), call.primitive().name(), arguments);
  }

  /** {@code Forms.nameByX(arguments, result, upstream, sum)}, which adds to the sum. */
  static Code.Invoke adding(Primitive primitive, int argument, List<Expr> arguments, Expr sum) {
    List<Expr> all = new ArrayList<>(arguments);
    all.add(sum);
    return new Code.Invoke(owner(primitive), derivative(primitive, argument), all);
  }

  /** {@code Forms.nameByX(arguments, result, upstream)}, the derivative by a single number. */
  static Expr giving(Primitive primitive, int argument, List<Expr> arguments) {
    Type type = primitive.arguments().get(argument).type();
    List<Type> formal = arguments.stream().map(Expr::type).toList();
    return Algebra.call(
        Primitive.plain(owner(primitive), derivative(primitive, argument), type, formal),
        arguments);
  }

  private static String owner(Primitive primitive) {
    return primitive.forms().orElseThrow();
  }

  private static String derivative(Primitive primitive, int argument) {
    return primitive.arguments().get(argument).derivative().orElseThrow();
  }
}
