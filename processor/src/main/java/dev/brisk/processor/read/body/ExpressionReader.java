package dev.brisk.processor.read.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.read.body.Alternatives.Alternative;
import java.util.List;
import java.util.Optional;

/**
 * Reads the expressions of one method body. Statements that an expression needs before it, those of
 * a helper method in place of its call, go to the program.
 */
final class ExpressionReader {
  private final BodyReader body;
  private final CallReader calls;

  ExpressionReader(BodyReader body) {
    this.body = body;
    this.calls = new CallReader(body, this);
  }

  /** The value of an expression. */
  Expr read(ExpressionTree tree) {
    Expr expr = unobserved(tree);
    body.model().observer().accept(tree, expr.type());
    return expr;
  }

  /**
   * The value of an expression that is assigned, which matters to a switch alone.
   *
   * @param target the type of what it is assigned to
   */
  Expr assigned(ExpressionTree tree, Type target) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    if (!(inner instanceof SwitchExpressionTree choice)) {
      return read(tree);
    }
    Expr value = body.switches().value(choice, Optional.of(target));
    body.model().observer().accept(tree, target);
    return value;
  }

  /** The value of an expression that is not an array. */
  Expr scalar(ExpressionTree tree) {
    return scalar(read(tree), tree);
  }

  /** The value of an expression that is assigned to a scalar. */
  Expr scalar(ExpressionTree tree, Type target) {
    return scalar(assigned(tree, target), tree);
  }

  private Expr scalar(Expr expr, ExpressionTree tree) {
    if (expr.type().isRecord()) {
      throw Refusal.because(
          Problem.UNSUPPORTED_EXPRESSION,
          body.place(tree),
          "the record `" + tree + "` as a value",
          "Read one of its components");
    }
    if (expr.type().isArray()) {
      throw Refusal.because(
          Problem.UNSUPPORTED_EXPRESSION,
          body.place(tree),
          "the array `" + tree + "` as a value",
          "Write one of its elements, `" + tree + "[i]`");
    }
    return expr;
  }

  /** The array that an expression names. */
  ArrayPath array(ExpressionTree tree) {
    return ArrayPath.of(read(tree)).orElseThrow(Refusal::silent);
  }

  /** An index, which Java wants to be an int. */
  Expr index(ExpressionTree tree) {
    Expr index = scalar(tree);
    if (index.type().element() != Scalar.INT) {
      throw Refusal.silent();
    }
    return index;
  }

  private Expr unobserved(ExpressionTree tree) {
    Place place = body.place(tree);
    if (tree instanceof LiteralTree literal) {
      return literal(literal, place);
    } else if (tree instanceof ParenthesizedTree parenthesized) {
      return read(parenthesized.getExpression());
    } else if (tree instanceof IdentifierTree identifier) {
      return identifier(identifier.getName().toString(), place);
    } else if (tree instanceof MemberSelectTree select) {
      return select(select, place);
    } else if (tree instanceof ArrayAccessTree access) {
      return element(access, place);
    } else if (tree instanceof UnaryTree unary) {
      return unary(unary, place);
    } else if (tree instanceof BinaryTree binary) {
      return binary(binary, place);
    } else if (tree instanceof ConditionalExpressionTree conditional) {
      return conditional(conditional, place);
    } else if (tree instanceof TypeCastTree cast) {
      return cast(cast, place);
    } else if (tree instanceof MethodInvocationTree call) {
      return calls.read(call, place);
    } else if (tree instanceof SwitchExpressionTree choice) {
      return body.switches().value(choice, Optional.empty());
    } else if (tree instanceof NewArrayTree array) {
      return newArray(array, place);
    }
    throw Unsupported.expression(tree, place);
  }

  private static Expr literal(LiteralTree tree, Place place) {
    Type type =
        switch (tree.getKind()) {
          case INT_LITERAL -> Type.INT;
          case LONG_LITERAL -> Type.LONG;
          case FLOAT_LITERAL -> Type.FLOAT;
          case DOUBLE_LITERAL -> Type.DOUBLE;
          case BOOLEAN_LITERAL -> Type.BOOLEAN;
          default -> throw Unsupported.expression(tree, place);
        };
    return new Expr.Constant(tree.getValue(), type, place);
  }

  private Expr identifier(String name, Place place) {
    Optional<Local> local = body.scope().find(name);
    if (local.isPresent()) {
      // No value: its declaration was refused, or javac will say that it may not be assigned.
      return at(body.scope().value(local.get()).orElseThrow(Refusal::silent), place);
    }
    return body.names()
        .field(name)
        .map(field -> body.model().field(field, body.program(), place))
        .orElseThrow(() -> Refusal.because(Problem.UNRESOLVED_NAME, place, name));
  }

  /** The same constant, variable or row, where it is read now. */
  private static Expr at(Expr value, Place place) {
    if (value instanceof Expr.Constant constant) {
      return new Expr.Constant(constant.value(), constant.type(), place);
    } else if (value instanceof Expr.Element row) {
      return new Expr.Element(row.array(), row.indices(), place);
    }
    return new Expr.Read(((Expr.Read) value).variable(), place);
  }

  private Expr select(MemberSelectTree tree, Place place) {
    String name = tree.getIdentifier().toString();
    String owner = tree.getExpression().toString();
    if (owner.equals("this")) {
      return body.names()
          .field(name)
          .map(field -> body.model().field(field, body.program(), place))
          .orElseThrow(() -> Refusal.because(Problem.UNRESOLVED_NAME, place, name));
    }
    boolean isType = !isVariable(tree.getExpression()) && body.names().type(owner).isPresent();
    if (isType) {
      return body.names()
          .field(body.names().type(owner).orElseThrow(), name)
          .map(field -> body.model().field(field, body.program(), place))
          .orElseThrow(() -> Refusal.because(Problem.UNRESOLVED_NAME, place, owner + "." + name));
    }
    if (name.equals("length")) {
      return array(tree.getExpression()).length(place);
    }
    throw Unsupported.expression(tree, place);
  }

  /** Whether the leftmost name of a selection is that of a variable, which obscures a type. */
  boolean isVariable(ExpressionTree tree) {
    if (tree instanceof MemberSelectTree select) {
      return isVariable(select.getExpression());
    }
    return tree instanceof IdentifierTree identifier
        && (body.scope().find(identifier.getName().toString()).isPresent()
            || body.names().field(identifier.getName().toString()).isPresent());
  }

  private Expr element(ArrayAccessTree tree, Place place) {
    ArrayPath array = array(tree.getExpression());
    return array.element(index(tree.getIndex()), place);
  }

  /** {@code new double[] {a, b}} as an argument, or returned. */
  private Expr newArray(NewArrayTree tree, Place place) {
    NewArrayReader newArrays = new NewArrayReader(body, this);
    Type type = newArrays.type(tree, null, tree);
    Variable array = body.program().variables().local("values", type);
    newArrays.read(tree, array);
    return new Expr.Read(array, place);
  }

  private Expr unary(UnaryTree tree, Place place) {
    switch (tree.getKind()) {
      case UNARY_MINUS -> {
        Expr operand = scalar(tree.getExpression());
        require(operand.type().element().isNumeric());
        return new Expr.Negate(operand, place);
      }
      case UNARY_PLUS -> {
        Expr operand = scalar(tree.getExpression());
        require(operand.type().element().isNumeric());
        return operand;
      }
      case BITWISE_COMPLEMENT -> {
        Expr operand = scalar(tree.getExpression());
        require(operand.type().element().isWhole());
        return new Expr.Not(operand, place);
      }
      case LOGICAL_COMPLEMENT -> {
        return new Expr.Not(truth(tree.getExpression()), place);
      }
      default -> throw Unsupported.expression(tree, place);
    }
  }

  private Expr binary(BinaryTree tree, Place place) {
    Operator operator =
        Operators.of(tree.getKind()).orElseThrow(() -> Unsupported.expression(tree, place));
    if (operator.isLogical()) {
      return logical(tree, operator, place);
    }
    Expr left = scalar(tree.getLeftOperand());
    Expr right = scalar(tree.getRightOperand());
    return combined(operator, left, right, tree);
  }

  /**
   * {@code left operator right}.
   *
   * @param tree in which it is written
   */
  Expr combined(Operator operator, Expr left, Expr right, ExpressionTree tree) {
    require(operator.takes(left.type().element(), right.type().element()));
    Expr.Binary binary = new Expr.Binary(operator, left, right, body.place(tree));
    if (operator == Operator.REMAINDER && binary.type().isFloating()) {
      throw Refusal.because(
          Problem.UNSUPPORTED_EXPRESSION,
          body.place(tree),
          "the remainder of floating-point values, `" + tree + "`,",
          "Subtract the multiple: x - n * y with an int n");
    }
    return binary;
  }

  private Expr logical(BinaryTree tree, Operator operator, Place place) {
    Expr left = truth(tree.getLeftOperand());
    Alternatives alternatives = new Alternatives(body.program());
    return alternatives.logical(
        operator, left, alternatives.read(() -> truth(tree.getRightOperand())), place);
  }

  private Expr conditional(ConditionalExpressionTree tree, Place place) {
    Expr condition = truth(tree.getCondition());
    Alternatives alternatives = new Alternatives(body.program());
    Alternative then = alternatives.read(() -> scalar(tree.getTrueExpression()));
    Alternative otherwise = alternatives.read(() -> scalar(tree.getFalseExpression()));
    Type type = promoted(List.of(then.value().type(), otherwise.value().type()));
    return alternatives.choose(condition, then, otherwise, type, place);
  }

  /** The type of a value that is one of several. */
  static Type promoted(List<Type> types) {
    Scalar scalar = types.get(0).element();
    for (Type type : types) {
      require(type.element().isNumeric() == scalar.isNumeric());
      scalar = Scalar.promoted(scalar, type.element());
    }
    return Type.of(scalar);
  }

  private Expr cast(TypeCastTree tree, Place place) {
    Expr operand = scalar(tree.getExpression());
    if (!(tree.getType() instanceof PrimitiveTypeTree type)) {
      throw Unsupported.expression(tree, place);
    }
    Scalar target =
        JavaTypes.scalar(type.getPrimitiveTypeKind())
            .orElseThrow(() -> Unsupported.expression(tree, place));
    require(target.isNumeric() == operand.type().element().isNumeric());
    return target == operand.type().element()
        ? operand
        : new Expr.Cast(Type.of(target), operand, place);
  }

  /** A condition. */
  Expr truth(ExpressionTree tree) {
    Expr condition = scalar(tree);
    require(condition.type().element() == Scalar.BOOLEAN);
    return condition;
  }

  /** Leaves what is ill-typed to javac, which will say so. */
  private static void require(boolean wellTyped) {
    if (!wellTyped) {
      throw Refusal.silent();
    }
  }
}
