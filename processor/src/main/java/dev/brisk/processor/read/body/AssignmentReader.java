package dev.brisk.processor.read.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;

/** Reads declarations and assignments. */
final class AssignmentReader {
  private final BodyReader body;
  private final ExpressionReader expressions;
  private final NewArrayReader newArrays;

  AssignmentReader(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
    this.newArrays = new NewArrayReader(body, expressions);
  }

  /** {@code double x = value;} */
  void declaration(VariableTree tree) {
    Place place = body.place(tree);
    String name = tree.getName().toString();
    ExpressionTree initializer = tree.getInitializer();
    boolean isInferred = tree.getType() == null || tree.getType().toString().equals("var");
    Type declared = isInferred || isRecord(tree) ? null : declaredType(tree, place);
    if (initializer instanceof NewArrayTree array) {
      Local local = new Local(name, newArrays.type(array, declared, name), false);
      body.scope().declare(local);
      setArray(local, array, place);
      return;
    }
    if (initializer == null) {
      if (declared == null) {
        throw unsupportedType(tree, place); // A record, which is read where it comes from.
      }
      body.scope().declare(new Local(name, declared, false));
      return;
    }
    Expr value;
    try {
      value =
          declared == null
              ? expressions.read(initializer)
              : expressions.assigned(initializer, declared);
    } catch (Refusal refusal) {
      // In scope without a value, so that its uses are not reported as well.
      body.scope().declare(new Local(name, declared == null ? Type.DOUBLE : declared, false));
      throw refusal;
    }
    Type type = declared == null ? value.type() : declared;
    Local local = new Local(name, type, false);
    body.scope().declare(local);
    if (type.isArray()) {
      setArray(local, value, place);
      return;
    }
    if (type.isRecord()) {
      body.scope().set(local, value);
      return;
    }
    assign(local, value);
  }

  private boolean isRecord(VariableTree tree) {
    return body.names()
        .type(tree.getType().toString())
        .filter(type -> type.getKind() == ElementKind.RECORD)
        .isPresent();
  }

  private Type declaredType(VariableTree tree, Place place) {
    String text = tree.getType().toString();
    Optional<Type> type = NewArrayReader.parsed(text);
    if (type.isPresent()) {
      return type.get();
    }
    throw unsupportedType(tree, place);
  }

  private Refusal unsupportedType(VariableTree tree, Place place) {
    // In scope without a value, so that its uses are not reported as well.
    body.scope().declare(new Local(tree.getName().toString(), Type.DOUBLE, false));
    String type = String.valueOf(tree.getType());
    return Refusal.because(Problem.UNSUPPORTED_LOCAL_TYPE, place, tree.getName(), type);
  }

  /** The array that a local means from here on. */
  private void setArray(Local local, ExpressionTree tree, Place place) {
    if (tree instanceof NewArrayTree array) {
      Variable made = local.nextVersion(body.program().variables());
      newArrays.read(array, made);
      body.scope().set(local, new Expr.Read(made, place));
    } else {
      setArray(local, expressions.read(tree), place);
    }
  }

  /** Another name of the same array or row. */
  private void setArray(Local local, Expr value, Place place) {
    ArrayPath array =
        ArrayPath.of(body.program().named(local.name(), value)).orElseThrow(Refusal::silent);
    body.scope().set(local, array.kept(local.name(), body.program()).expr(place));
  }

  /** {@code x = value;}, {@code a[i] += value;}, {@code i++;}, or a call. */
  void statement(ExpressionStatementTree tree) {
    ExpressionTree expression = tree.getExpression();
    Place place = body.place(expression);
    if (expression instanceof AssignmentTree assignment) {
      assign(assignment, place);
    } else if (expression instanceof CompoundAssignmentTree assignment) {
      Operator operator =
          Operators.ofAssignment(assignment.getKind())
              .orElseThrow(() -> Unsupported.expression(assignment, place));
      update(
          assignment.getVariable(),
          operator,
          expressions.scalar(assignment.getExpression()),
          assignment);
    } else if (expression instanceof UnaryTree unary) {
      boolean isIncrement =
          unary.getKind() == Tree.Kind.POSTFIX_INCREMENT
              || unary.getKind() == Tree.Kind.PREFIX_INCREMENT;
      update(
          unary.getExpression(),
          isIncrement ? Operator.ADD : Operator.SUBTRACT,
          new Expr.Constant(1, Type.INT, place),
          unary);
    } else if (expression instanceof MethodInvocationTree call) {
      new CallReader(body, expressions).readStatement(call, place);
    } else {
      throw Unsupported.expression(expression, place);
    }
  }

  private void assign(AssignmentTree tree, Place place) {
    ExpressionTree target = tree.getVariable();
    if (target instanceof ArrayAccessTree access) {
      ArrayPath array = writable(access, place);
      List<Expr> indices = elementOf(array, access, place);
      Expr value = expressions.scalar(tree.getExpression(), array.type().at(1));
      body.program().add(new Statement.Store(array.array(), indices, value, false, place));
      return;
    }
    Local local = writable(target, place);
    if (local.type().isArray() && body.scope().value(local).isEmpty()) {
      setArray(local, tree.getExpression(), place);
      return;
    }
    if (local.type().isArray() || local.type().isRecord()) {
      throw Refusal.because(Problem.ARRAY_REASSIGNED, place, local.name());
    }
    assign(local, expressions.scalar(tree.getExpression(), local.type()));
  }

  private void assign(Local local, Expr value) {
    if (!fits(value.type().element(), local.type().element())) {
      throw Refusal.silent();
    }
    Variable variable = local.nextVersion(body.program().variables());
    body.program().define(variable, value);
    body.scope().set(local, new Expr.Read(variable, value.place()));
  }

  /** Whether javac takes the value without a cast; narrow constants aside, numbers only widen. */
  private static boolean fits(Scalar from, Scalar to) {
    return from.isNumeric() == to.isNumeric() && from.compareTo(to) <= 0;
  }

  /** {@code target operator= value}. */
  private void update(ExpressionTree target, Operator operator, Expr value, ExpressionTree tree) {
    Place place = body.place(tree);
    if (target instanceof ArrayAccessTree access) {
      ArrayPath array = writable(access, place);
      updateElement(array.array(), elementOf(array, access, place), operator, value, tree);
      return;
    }
    Local local = writable(target, place);
    Expr old = body.scope().value(local).orElseThrow(Refusal::silent);
    Expr updated = expressions.combined(operator, old, value, tree);
    assign(local, narrowed(updated, local.type(), place));
  }

  private void updateElement(
      Variable array, List<Expr> indices, Operator operator, Expr value, ExpressionTree tree) {
    Place place = body.place(tree);
    Expr old = new Expr.Element(array, indices, place);
    Expr updated = expressions.combined(operator, old, value, tree);
    boolean accumulates = operator == Operator.ADD || operator == Operator.SUBTRACT;
    Expr stored =
        switch (operator) {
          case ADD -> value;
          case SUBTRACT -> new Expr.Negate(value, place);
          default -> narrowed(updated, Type.of(array.type().element()), place);
        };
    body.program().add(new Statement.Store(array, indices, stored, accumulates, place));
  }

  /** A compound assignment casts to the type of its target (JLS 15.26.2). */
  private static Expr narrowed(Expr value, Type type, Place place) {
    return fits(value.type().element(), type.element()) ? value : new Expr.Cast(type, value, place);
  }

  private ArrayPath writable(ArrayAccessTree tree, Place place) {
    return expressions.array(tree.getExpression()).writable(place);
  }

  /** The indices of the element that is written; rows stay where they are. */
  private List<Expr> elementOf(ArrayPath array, ArrayAccessTree tree, Place place) {
    if (array.type().rank() > 1) {
      throw Refusal.because(Problem.ARRAY_REASSIGNED, place, tree);
    }
    return array.at(expressions.index(tree.getIndex()));
  }

  private Local writable(ExpressionTree target, Place place) {
    if (target instanceof IdentifierTree identifier) {
      Optional<Local> local = body.scope().find(identifier.getName().toString());
      if (local.isPresent()) {
        if (local.get().isLoopIndex()) {
          throw Refusal.because(Problem.LOOP_INDEX_WRITTEN, place, local.get().name());
        }
        return local.get();
      }
    }
    throw Refusal.because(Problem.PARAMETER_WRITTEN, place, target);
  }
}
