package dev.brisk.processor.derive;

import dev.brisk.ops.Dropout;
import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.DropKey;
import dev.brisk.processor.code.Rewrite;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Hands a key to each call of dropout and of its derivative, by which they drop the same elements.
 * Each call in the loss has a number of its own; a call in a loop drops the same in every round.
 */
final class Dropping {
  private static final String DROPOUT = Dropout.class.getCanonicalName();

  private final Variable key;
  private final Map<Variable, Integer> numbers = new LinkedHashMap<>();

  private Dropping(Variable key) {
    this.key = key;
  }

  /** Whether the code drops anything. */
  static boolean isIn(List<Code> code) {
    boolean[] found = {false};
    Rewrite.statements(
        code,
        statement -> {
          found[0] |= isCall(statement);
          return statement;
        });
    return found[0];
  }

  /**
   * The code with keys.
   *
   * @param key of the example
   */
  static List<Code> keyed(List<Code> code, Variable key) {
    return Rewrite.statements(code, new Dropping(key)::keyed);
  }

  private static boolean isCall(Code statement) {
    return statement instanceof Code.Invoke invoke && invoke.owner().equals(DROPOUT);
  }

  /** {@code dropout(x, rate, out)} and {@code dropoutByX(x, rate, out, dOut, dX)}. */
  private Code keyed(Code statement) {
    if (!isCall(statement)) {
      return statement;
    }
    Code.Invoke invoke = (Code.Invoke) statement;
    Variable out = ((Expr.Read) invoke.arguments().get(2)).variable();
    int number = numbers.computeIfAbsent(out, any -> numbers.size());
    List<Expr> arguments = new ArrayList<>(invoke.arguments());
    arguments.add(2, DropKey.with(Algebra.read(key), Algebra.whole(number)));
    return new Code.Invoke(invoke.owner(), invoke.method(), arguments);
  }
}
