package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads calls that copy or fill one-dimensional arrays as the loops that they are. */
final class ArrayCalls {
  private static final String ARRAYS = "java.util.Arrays";
  private static final String SYSTEM = "java.lang.System";
  private static final Primitive MINIMUM =
      Primitive.plain(
          Primitive.MATH, MathFunction.MIN.methodName(), Type.INT, List.of(Type.INT, Type.INT));

  private final BodyReader body;
  private final ExpressionReader expressions;

  ArrayCalls(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  /**
   * The new array of {@code xs.clone()} or {@code Arrays.copyOf(xs, n)}; of other calls nothing.
   */
  Optional<Expr> value(MethodInvocationTree tree, Place place) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    if (isClone(tree)) {
      MemberSelectTree select = (MemberSelectTree) tree.getMethodSelect();
      ArrayPath array = flat(expressions.array(select.getExpression()), tree, place);
      return Optional.of(copy(array, array.length(place), array.length(place), place));
    }
    if (is(tree, ARRAYS, "copyOf") && arguments.size() == 2) {
      ArrayPath array = flat(expressions.array(arguments.get(0)), tree, place);
      Expr length = once("length", expressions.index(arguments.get(1)));
      Expr common = new Expr.Call(MINIMUM, List.of(array.length(place), length), place);
      return Optional.of(copy(array, length, common, place));
    }
    return Optional.empty();
  }

  /** Reads {@code Arrays.fill} and {@code System.arraycopy}; whether it is one of them. */
  boolean statement(MethodInvocationTree tree, Place place) {
    int count = tree.getArguments().size();
    if (is(tree, ARRAYS, "fill") && (count == 2 || count == 4)) {
      fill(tree, place);
      return true;
    }
    if (is(tree, SYSTEM, "arraycopy") && count == 5) {
      copyInto(tree, place);
      return true;
    }
    return false;
  }

  private Expr copy(ArrayPath from, Expr length, Expr common, Place place) {
    Variable copy = body.program().variables().local(from.array().name() + "Copy", from.type());
    body.program().allocate(copy, List.of(length), place);
    loop(
        whole(0, place),
        common,
        place,
        i -> new Statement.Store(copy, List.of(i), from.element(i, place), false, place));
    return new Expr.Read(copy, place);
  }

  private void fill(MethodInvocationTree tree, Place place) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    boolean isWhole = arguments.size() == 2;
    ArrayPath array = flat(expressions.array(arguments.get(0)), tree, place).writable(place);
    Expr from = isWhole ? whole(0, place) : once("from", expressions.index(arguments.get(1)));
    Expr to = isWhole ? array.length(place) : once("to", expressions.index(arguments.get(2)));
    Expr value = once("value", expressions.scalar(arguments.get(arguments.size() - 1)));
    loop(
        from, to, place, i -> new Statement.Store(array.array(), array.at(i), value, false, place));
  }

  private void copyInto(MethodInvocationTree tree, Place place) {
    List<? extends ExpressionTree> arguments = tree.getArguments();
    ArrayPath from = flat(expressions.array(arguments.get(0)), tree, place);
    Expr first = once("from", expressions.index(arguments.get(1)));
    ArrayPath into = flat(expressions.array(arguments.get(2)), tree, place).writable(place);
    Expr start = once("into", expressions.index(arguments.get(3)));
    Expr length = once("length", expressions.index(arguments.get(4)));
    if (from.array().equals(into.array())) {
      throw Refusal.because(
          Problem.UNSUPPORTED_STATEMENT,
          place,
          "a copy within one array, `" + tree + "`,",
          "Copy into an array of its own, or write the loop");
    }
    loop(
        whole(0, place),
        length,
        place,
        i ->
            new Statement.Store(
                into.array(),
                into.at(plus(i, start)),
                from.element(plus(i, first), place),
                false,
                place));
  }

  private void loop(Expr from, Expr to, Place place, Function<Expr, Statement> round) {
    Variable index = body.program().variables().local("i", Type.INT);
    Block block = new Block(List.of(round.apply(new Expr.Read(index, place))));
    body.program()
        .add(new Statement.Loop(index, from, Operator.LESS, to, 1, List.of(), block, place));
  }

  private static Expr plus(Expr index, Expr offset) {
    boolean isNone = offset instanceof Expr.Constant constant && constant.value().equals(0);
    return isNone ? index : new Expr.Binary(Operator.ADD, index, offset, offset.place());
  }

  private static Expr whole(int value, Place place) {
    return new Expr.Constant(value, Type.INT, place);
  }

  /** The value, computed before the loop. */
  private Expr once(String name, Expr value) {
    return value instanceof Expr.Constant
        ? value
        : new Expr.Read(body.program().variableOf(name, value), value.place());
  }

  /** Copies of rows would share their elements. */
  private static ArrayPath flat(ArrayPath array, MethodInvocationTree tree, Place place) {
    if (array.type().rank() > 1) {
      throw Refusal.because(
          Problem.UNSUPPORTED_EXPRESSION,
          place,
          "`" + tree + "` of an array of rows",
          "Copy or fill its elements by two loops");
    }
    return array;
  }

  private boolean isClone(MethodInvocationTree tree) {
    return tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("clone")
        && tree.getArguments().isEmpty()
        && body.names().type(select.getExpression().toString()).isEmpty()
        && !select.getExpression().toString().equals("super");
  }

  private boolean is(MethodInvocationTree tree, String owner, String name) {
    return tree.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals(name)
        && body.names()
            .type(select.getExpression().toString())
            .filter(type -> type.getQualifiedName().contentEquals(owner))
            .isPresent();
  }
}
