package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.YieldTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.read.body.Alternatives.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a switch expression: conditionals, or branches where a case has statements. */
final class SwitchValue {
  private final BodyReader body;
  private final ExpressionReader expressions;
  private final PathReader paths;
  private final SwitchReader switches;
  private final Alternatives alternatives;

  SwitchValue(
      BodyReader body, ExpressionReader expressions, PathReader paths, SwitchReader switches) {
    this.body = body;
    this.expressions = expressions;
    this.paths = paths;
    this.switches = switches;
    this.alternatives = new Alternatives(body.program());
  }

  /**
   * The value of the switch.
   *
   * @param cases of which the last is taken by all values that are left
   * @param target the type of what the value is assigned to, if it is (JLS 15.28.1)
   */
  Expr read(SwitchExpressionTree tree, List<SwitchCase> cases, Optional<Type> target) {
    Place place = body.place(tree);
    if (cases.stream().noneMatch(SwitchCase::isDefault)) {
      throw Refusal.silent(); // It does not cover all values, which javac will report.
    }
    for (String name : AssignedNames.in(tree)) {
      if (body.scope().find(name).isPresent()) {
        throw Unsupported.effect("the assignment of `" + name + "` inside a switch", place);
      }
    }
    Expr selector = switches.selector(tree.getExpression());
    Type type = target.orElseGet(() -> commonType(cases));
    Expr[] value = new Expr[1];
    Block block =
        body.program().block(() -> value[0] = chain(cases, selector, type, target, place));
    Effects.on(block)
        .ifPresent(
            array -> {
              String what = "the writing of the array `" + array.name() + "` inside a switch";
              throw Unsupported.effect(what, place);
            });
    block.statements().forEach(body.program()::add);
    return value[0];
  }

  private Expr chain(
      List<SwitchCase> cases, Expr selector, Type type, Optional<Type> target, Place place) {
    SwitchCase first = cases.get(0);
    if (cases.size() == 1) {
      return in(type, value(first, type, target));
    }
    List<SwitchCase> others = cases.subList(1, cases.size());
    Expr condition = switches.matches(List.of(first), selector);
    Alternative then = alternatives.read(() -> in(type, value(first, type, target)));
    Alternative otherwise = alternatives.read(() -> chain(others, selector, type, target, place));
    Type common = ExpressionReader.promoted(List.of(then.value().type(), otherwise.value().type()));
    boolean isPlain = then.isPlain() && otherwise.isPlain();
    return alternatives.choose(condition, then, otherwise, isPlain ? common : type, place);
  }

  private Expr value(SwitchCase one, Type type, Optional<Type> target) {
    if (one.value().isPresent()) {
      return scalar(one.value().get(), target);
    }
    Local value = new Local("value", type, false);
    Path path = Path.giving(Optional.of(value));
    Scope end = yielding(one, path, tree -> body.scope().set(value, scalar(tree, target)));
    return end.value(value).orElseThrow(Refusal::silent);
  }

  private Expr scalar(ExpressionTree tree, Optional<Type> target) {
    return target.isPresent() ? expressions.scalar(tree, target.get()) : expressions.scalar(tree);
  }

  /** Reads the statements of a case up to its yields; the scope at their end. */
  private Scope yielding(SwitchCase one, Path path, Consumer<ExpressionTree> yields) {
    Scope inner = body.scope().copy();
    Path yielding = path.with(Exit.YIELD, tree -> yields.accept(((YieldTree) tree).getValue()));
    body.within(inner, () -> inner.within(() -> paths.read(one.statements(), yielding)));
    return inner;
  }

  /** The type of a switch that is an operand: its cases are read for their types alone. */
  private Type commonType(List<SwitchCase> cases) {
    List<Type> types = new ArrayList<>();
    Consumer<ExpressionTree> noting = tree -> types.add(expressions.scalar(tree).type());
    body.program()
        .block(
            () -> {
              for (SwitchCase each : cases) {
                each.value().ifPresent(noting);
                yielding(each, Path.ending(local -> false), noting);
              }
            });
    if (types.isEmpty()) {
      throw Refusal.silent();
    }
    return ExpressionReader.promoted(types);
  }

  /**
   * Whole numbers become {@code double}s by themselves, not by way of a {@code float} that another
   * case gives.
   */
  private static Expr in(Type type, Expr value) {
    boolean isWhole = value.type().equals(Type.INT) || value.type().equals(Type.LONG);
    if (!isWhole || !type.equals(Type.DOUBLE)) {
      return value;
    }
    return value instanceof Expr.Constant constant
        ? new Expr.Constant(((Number) constant.value()).doubleValue(), type, value.place())
        : new Expr.Cast(type, value, value.place());
  }
}
