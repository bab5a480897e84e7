package dev.brisk.processor.program;

import dev.brisk.processor.diagnostic.Place;
import java.util.List;

/**
 * An expression without side effects. Numeric operands widen to the type of the operation as in
 * Java.
 */
public sealed interface Expr {
  Type type();

  /** Where the user wrote it. */
  Place place();

  /** The operands, in order of evaluation. */
  List<Expr> operands();

  /** A literal, or the value of a compile-time constant: a boxed primitive of the type. */
  record Constant(Object value, Type type, Place place) implements Expr {
    @Override
    public List<Expr> operands() {
      return List.of();
    }
  }

  /** A {@code static final} scalar of a class, whose value is computed when that is initialised. */
  record ConstantField(String owner, String name, Type type, Place place) implements Expr {
    @Override
    public List<Expr> operands() {
      return List.of();
    }
  }

  /** The value of a scalar; or an array as a whole, as an argument of a {@link Call}. */
  record Read(Variable variable, Place place) implements Expr {
    @Override
    public Type type() {
      return variable.type();
    }

    @Override
    public List<Expr> operands() {
      return List.of();
    }
  }

  /**
   * An element of an array; or a row of it, as an argument of a {@link Call}, where there are fewer
   * indices than dimensions.
   *
   * @param indices outermost first, at least one
   */
  record Element(Variable array, List<Expr> indices, Place place) implements Expr {
    public Element {
      indices = List.copyOf(indices);
    }

    @Override
    public Type type() {
      return array.type().at(indices.size());
    }

    @Override
    public List<Expr> operands() {
      return indices;
    }
  }

  /**
   * The length of an array, or of a row of it.
   *
   * @param indices of the row; empty for the array itself
   */
  record Length(Variable array, List<Expr> indices, Place place) implements Expr {
    public Length {
      indices = List.copyOf(indices);
    }

    @Override
    public Type type() {
      return Type.INT;
    }

    @Override
    public List<Expr> operands() {
      return indices;
    }
  }

  /** {@code -operand}. */
  record Negate(Expr operand, Place place) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public List<Expr> operands() {
      return List.of(operand);
    }
  }

  /** {@code !operand} of a truth value, {@code ~operand} of a whole number. */
  record Not(Expr operand, Place place) implements Expr {
    @Override
    public Type type() {
      return operand.type();
    }

    @Override
    public List<Expr> operands() {
      return List.of(operand);
    }
  }

  /** {@code left operator right}. */
  record Binary(Operator operator, Expr left, Expr right, Place place) implements Expr {
    @Override
    public Type type() {
      return Type.of(operator.result(left.type().element(), right.type().element()));
    }

    @Override
    public List<Expr> operands() {
      return List.of(left, right);
    }
  }

  /** {@code condition ? then : otherwise}; one of the two is evaluated. */
  record Conditional(Expr condition, Expr then, Expr otherwise, Type type, Place place)
      implements Expr {
    @Override
    public List<Expr> operands() {
      return List.of(condition, then, otherwise);
    }
  }

  /** {@code (type) operand}. */
  record Cast(Type type, Expr operand, Place place) implements Expr {
    @Override
    public List<Expr> operands() {
      return List.of(operand);
    }
  }

  /** A call of a primitive. */
  record Call(Primitive primitive, List<Expr> arguments, Place place) implements Expr {
    @Override
    public Type type() {
      return primitive.result();
    }

    @Override
    public List<Expr> operands() {
      return arguments;
    }
  }
}
