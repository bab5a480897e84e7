package dev.brisk.processor.derive;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.Collections;
import java.util.List;

/** Makes the expressions of derivatives, without factors of one and double negations. */
final class Algebra {
  private Algebra() {}

  static Expr read(Variable variable) {
    return new Expr.Read(variable, Place.NOWHERE);
  }

  static Expr element(Variable array, List<Expr> indices) {
    return new Expr.Element(array, indices, Place.NOWHERE);
  }

  static Expr whole(int value) {
    return new Expr.Constant(value, Type.INT, Place.NOWHERE);
  }

  /** The constant in the type. */
  static Expr number(double value, Type type) {
    Object boxed = type.element() == Scalar.FLOAT ? (Object) (float) value : (Object) value;
    Type floating = type.element() == Scalar.FLOAT ? Type.FLOAT : Type.DOUBLE;
    return new Expr.Constant(boxed, floating, Place.NOWHERE);
  }

  static Expr negate(Expr operand) {
    return operand instanceof Expr.Negate negated
        ? negated.operand()
        : new Expr.Negate(operand, Place.NOWHERE);
  }

  static Expr plus(Expr left, Expr right) {
    return binary(Operator.ADD, left, right);
  }

  static Expr minus(Expr left, Expr right) {
    return binary(Operator.SUBTRACT, left, right);
  }

  /** A product, read from the left: {@code a * (b * c)} becomes {@code a * b * c}. */
  static Expr times(Expr left, Expr right) {
    if (isOne(left)) {
      return right;
    }
    if (isOne(right)) {
      return left;
    }
    if (left instanceof Expr.Negate negated) {
      return negate(times(negated.operand(), right));
    }
    if (right instanceof Expr.Negate negated) {
      return negate(times(left, negated.operand()));
    }
    if (right instanceof Expr.Binary product && product.operator() == Operator.MULTIPLY) {
      return times(times(left, product.left()), product.right());
    }
    return binary(Operator.MULTIPLY, left, right);
  }

  static Expr over(Expr left, Expr right) {
    if (isOne(right)) {
      return left;
    }
    return left instanceof Expr.Negate negated
        ? negate(over(negated.operand(), right))
        : binary(Operator.DIVIDE, left, right);
  }

  static Expr binary(Operator operator, Expr left, Expr right) {
    return new Expr.Binary(operator, left, right, Place.NOWHERE);
  }

  static Expr choose(Expr condition, Expr then, Expr otherwise) {
    Scalar type = Scalar.promoted(then.type().element(), otherwise.type().element());
    return new Expr.Conditional(condition, then, otherwise, Type.of(type), Place.NOWHERE);
  }

  /** A function of {@code double}s. */
  static Expr math(MathFunction function, Expr... arguments) {
    List<Type> formal = Collections.nCopies(arguments.length, Type.DOUBLE);
    return call(
        Primitive.plain(Primitive.MATH, function.methodName(), Type.DOUBLE, formal),
        List.of(arguments));
  }

  static Expr call(Primitive primitive, List<Expr> arguments) {
    return new Expr.Call(primitive, arguments, Place.NOWHERE);
  }

  /** The value in a type that may be narrower. */
  static Expr in(Type type, Expr value) {
    boolean fits = value.type().element().compareTo(type.element()) <= 0;
    if (fits) {
      return value;
    }
    return value instanceof Expr.Negate negated
        ? negate(in(type, negated.operand()))
        : new Expr.Cast(type, value, Place.NOWHERE);
  }

  /** Whether it is read without computing anything. */
  static boolean isAtom(Expr expr) {
    return expr instanceof Expr.Read
        || expr instanceof Expr.Constant
        || (expr instanceof Expr.Negate negated && isAtom(negated.operand()));
  }

  static boolean isOne(Expr expr) {
    return expr instanceof Expr.Constant constant
        && constant.value() instanceof Number number
        && number.doubleValue() == 1;
  }

  /** Whether two expressions are written alike, so that their values are equal. */
  static boolean isSame(Expr one, Expr other) {
    if (one instanceof Expr.Read a && other instanceof Expr.Read b) {
      return a.variable().equals(b.variable());
    }
    if (one instanceof Expr.Constant a && other instanceof Expr.Constant b) {
      return a.value().equals(b.value());
    }
    if (one instanceof Expr.Element a && other instanceof Expr.Element b) {
      return a.array().equals(b.array()) && isSame(a.indices(), b.indices());
    }
    if (one instanceof Expr.Length a && other instanceof Expr.Length b) {
      return a.array().equals(b.array()) && isSame(a.indices(), b.indices());
    }
    if (one instanceof Expr.Binary a && other instanceof Expr.Binary b) {
      return a.operator() == b.operator()
          && isSame(a.left(), b.left())
          && isSame(a.right(), b.right());
    }
    if (one instanceof Expr.Negate a && other instanceof Expr.Negate b) {
      return isSame(a.operand(), b.operand());
    }
    return false;
  }

  /** Whether two lists of expressions are written alike. */
  static boolean isSame(List<Expr> some, List<Expr> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!isSame(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
