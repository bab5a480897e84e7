package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads switches on an int, as chains of branches. */
final class SwitchReader {
  private final BodyReader body;
  private final ExpressionReader expressions;
  private final BranchReader branches;
  private final PathReader paths;

  SwitchReader(
      BodyReader body, ExpressionReader expressions, BranchReader branches, PathReader paths) {
    this.body = body;
    this.expressions = expressions;
    this.branches = branches;
    this.paths = paths;
  }

  /** The value of a switch expression, in a type that may be the target's or narrower. */
  Expr value(SwitchExpressionTree tree, Optional<Type> target) {
    List<SwitchCase> cases = lastly(cases(SwitchCase.of(tree.getCases())));
    return new SwitchValue(body, expressions, paths, this).read(tree, cases, target);
  }

  /** A switch from which no path leaves what is around it. */
  void read(SwitchTree tree) {
    List<SwitchCase> cases = lastly(withDefault(cases(SwitchCase.of(tree.getCases())), tree));
    staying(cases, selector(tree.getExpression()));
  }

  private void staying(List<SwitchCase> cases, Expr selector) {
    Predicate<Local> outlives = body.scope().known();
    Path path = Path.ending(outlives).with(Exit.BREAK, jump -> {});
    int last = cases.size() - 1;
    chain(
        cases.subList(0, last),
        selector,
        outlives,
        each -> statements(each, path),
        () -> statements(cases.get(last), path));
  }

  /**
   * A switch from which some paths leave what is around it. Those cases come first, so that what
   * follows the switch is read once for all the others; as no value takes two cases, their order
   * does not matter.
   */
  void leaving(SwitchTree tree, Path path) {
    List<SwitchCase> staying = new ArrayList<>();
    List<SwitchCase> leaving = new ArrayList<>();
    for (SwitchCase each : withDefault(cases(SwitchCase.of(tree.getCases())), tree)) {
      (each.leaves() ? leaving : staying).add(each);
    }
    Expr selector = selector(tree.getExpression());
    Path out = path.with(Exit.BREAK, jump -> path.onward().run());
    Consumer<SwitchCase> reading = each -> statements(each, out);
    Runnable others =
        () -> {
          staying(lastly(staying), selector);
          path.onward().run();
        };
    List<SwitchCase> labelled = leaving.stream().filter(each -> !each.isDefault()).toList();
    Optional<SwitchCase> byDefault = leaving.stream().filter(SwitchCase::isDefault).findFirst();
    Runnable last = byDefault.<Runnable>map(each -> () -> reading.accept(each)).orElse(others);
    Runnable rest =
        byDefault.isPresent() && !staying.isEmpty()
            ? () -> one(staying, selector, path.outlives(), others, last)
            : last;
    chain(labelled, selector, path.outlives(), reading, rest);
  }

  private void chain(
      List<SwitchCase> cases,
      Expr selector,
      Predicate<Local> outlives,
      Consumer<SwitchCase> reading,
      Runnable last) {
    if (cases.isEmpty()) {
      last.run();
      return;
    }
    SwitchCase first = cases.get(0);
    one(
        List.of(first),
        selector,
        outlives,
        () -> reading.accept(first),
        () -> chain(cases.subList(1, cases.size()), selector, outlives, reading, last));
  }

  private void one(
      List<SwitchCase> cases,
      Expr selector,
      Predicate<Local> outlives,
      Runnable then,
      Runnable otherwise) {
    Place place = body.place(cases.get(0).tree());
    branches.read(matches(cases, selector), place, outlives, then, otherwise);
  }

  private void statements(SwitchCase one, Path path) {
    body.scope().within(() -> paths.read(one.statements(), path));
  }

  /** Whether the selector has one of the labels of the cases. */
  Expr matches(List<SwitchCase> cases, Expr selector) {
    return cases.stream()
        .flatMap(each -> each.labels().stream())
        .map(label -> matches(label, selector))
        .reduce((one, other) -> new Expr.Binary(Operator.OR, one, other, one.place()))
        .orElseThrow(Refusal::silent);
  }

  private Expr matches(ExpressionTree label, Expr selector) {
    return new Expr.Binary(Operator.EQUAL, selector, expressions.index(label), body.place(label));
  }

  /** The value that chooses, computed once. */
  Expr selector(ExpressionTree tree) {
    Expr value = expressions.index(tree);
    boolean isAtom = value instanceof Expr.Read || value instanceof Expr.Constant;
    return isAtom
        ? value
        : new Expr.Read(body.program().define("selector", Type.INT, value), value.place());
  }

  /** The cases, of which all but the default have labels. */
  private List<SwitchCase> cases(List<SwitchCase> cases) {
    for (SwitchCase each : cases) {
      each.labels().forEach(this::requireNumber);
      boolean isLast = each == cases.get(cases.size() - 1);
      if (!isLast && each.fallsThrough()) {
        throw Unsupported.fallingThrough(body.place(each.tree()));
      }
    }
    return cases;
  }

  private void requireNumber(ExpressionTree label) {
    boolean isName = label instanceof IdentifierTree;
    boolean isKnown =
        body.scope().find(label.toString()).isPresent()
            || body.names().field(label.toString()).isPresent();
    if (label.getKind() == Tree.Kind.STRING_LITERAL || (isName && !isKnown)) {
      throw Unsupported.label(label, body.place(label));
    }
  }

  private static List<SwitchCase> withDefault(List<SwitchCase> cases, Tree tree) {
    if (cases.stream().anyMatch(SwitchCase::isDefault)) {
      return cases;
    }
    List<SwitchCase> all = new ArrayList<>(cases);
    all.add(new SwitchCase(tree, List.of(), true, Optional.empty(), List.of()));
    return all;
  }

  /** The cases in an order in which the last need not be asked for: the default, if it is there. */
  private static List<SwitchCase> lastly(List<SwitchCase> cases) {
    List<SwitchCase> ordered = new ArrayList<>(cases);
    cases.stream()
        .filter(SwitchCase::isDefault)
        .forEach(
            each -> {
              ordered.remove(each);
              ordered.add(each);
            });
    return ordered;
  }
}
