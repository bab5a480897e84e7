package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Rewrite;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the code of an adjoint read as a person would have written it. */
final class Tidy {
  private Tidy() {}

  /** A sum that begins with zero begins with its first summand instead, or not at all. */
  static List<Code> declarations(List<Code> code) {
    List<Code> tidy = new ArrayList<>(code);
    // Each statement is looked at for many sums.
    Map<Code, Set<Variable>> mentioned = new IdentityHashMap<>();
    for (int i = tidy.size() - 1; i >= 0; i--) {
      if (tidy.get(i) instanceof Code.Declare declare && isZero(declare.value())) {
        tidy.remove(i);
        int first = firstMention(tidy, i, declare.variable(), mentioned);
        if (first < tidy.size()) {
          if (tidy.get(first) instanceof Code.Add add
              && add.variable().equals(declare.variable())) {
            tidy.set(first, new Code.Declare(add.variable(), Optional.of(add.value())));
          } else {
            tidy.add(first, declare);
          }
        }
      }
    }
    return tidy;
  }

  private static boolean isZero(Optional<Expr> value) {
    return value.isPresent()
        && value.get() instanceof Expr.Constant constant
        && constant.value() instanceof Number number
        && number.doubleValue() == 0;
  }

  private static int firstMention(
      List<Code> code, int from, Variable variable, Map<Code, Set<Variable>> mentioned) {
    int i = from;
    while (i < code.size()
        && !mentioned.computeIfAbsent(code.get(i), Reads::mentioned).contains(variable)) {
      i++;
    }
    return i;
  }

  /** A variable that only repeats another, neither of which changes, gives way to it. */
  static List<Code> copies(List<Code> code) {
    List<Code> tidy = new ArrayList<>(code);
    for (int i = 0; i < tidy.size(); i++) {
      if (tidy.get(i) instanceof Code.Declare declare
          && declare.value().isPresent()
          && declare.value().get() instanceof Expr.Read read
          && read.type().equals(declare.variable().type())) {
        List<Code> rest = tidy.subList(i + 1, tidy.size());
        Variable copy = declare.variable();
        Variable original = read.variable();
        if (rest.stream().noneMatch(part -> assigns(part, copy) || assigns(part, original))) {
          List<Code> replaced =
              Rewrite.expressions(
                  rest, expr -> Renaming.of(expr, name -> name.equals(copy) ? original : name));
          tidy = new ArrayList<>(tidy.subList(0, i));
          tidy.addAll(replaced);
          i--;
        }
      }
    }
    return tidy;
  }

  private static boolean assigns(Code statement, Variable variable) {
    boolean assigns =
        statement instanceof Code.Assign assign && assign.variable().equals(variable)
            || statement instanceof Code.Add add && add.variable().equals(variable);
    return assigns || Reads.inner(statement).stream().anyMatch(part -> assigns(part, variable));
  }
}
