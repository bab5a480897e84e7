package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the scalars that loops only add to, {@code sum += x}. All versions of such a sum, from its
 * first value to its last, have one and the same adjoint: nothing is handed from iteration to
 * iteration on the way back, and no version is needed but the last.
 */
final class Sums {
  private final Uses uses;
  private final Map<Variable, Variable> representatives = new HashMap<>();

  private Sums(Uses uses) {
    this.uses = uses;
  }

  static Sums of(Program program) {
    Sums sums = new Sums(Uses.in(program));
    // Outer loops come first, and take the sums of inner ones in.
    Walk.statements(program.body(), sums::find);
    return sums;
  }

  /** The variable that stands for the sum that this one is a version of; else itself. */
  Variable representative(Variable variable) {
    return representatives.getOrDefault(variable, variable);
  }

  /** Whether the two are versions of one sum. */
  boolean isOne(Variable variable, Variable other) {
    return representative(variable).equals(representative(other));
  }

  /** The summand of {@code sum += x}, if the definition is of that kind. */
  Optional<Expr> summand(Statement.Define define) {
    return earlier(define).filter(earlier -> isOne(earlier, define.variable())).isPresent()
        ? Optional.of(signedRight((Expr.Binary) define.value()))
        : Optional.empty();
  }

  private static Expr signedRight(Expr.Binary sum) {
    return sum.operator() == Operator.ADD ? sum.right() : Algebra.negate(sum.right());
  }

  private void find(Statement statement) {
    if (!(statement instanceof Statement.Loop loop)) {
      return;
    }
    for (Statement.Carry carry : loop.carries()) {
      Variable sum = carry.variable();
      Set<Variable> versions = new HashSet<>(Set.of(sum));
      boolean isNew = !representatives.containsKey(sum) && sum.type().isFloating();
      if (isNew && leads(sum, usesIn(loop.body(), sum), carry.next(), loop.body(), versions)) {
        boolean startsHere =
            uses.of(carry.initial()) == 1
                && carry.initial().kind() == Variable.Kind.LOCAL
                && carry.initial().origin() == sum.origin();
        if (startsHere) {
          versions.add(carry.initial());
        }
        versions.forEach(version -> representatives.put(version, sum));
      }
    }
  }

  private static int usesIn(Block block, Variable variable) {
    return Uses.in(block).of(variable);
  }

  /**
   * Whether one version becomes another in the block by additions alone.
   *
   * @param count how often the first version is used, which the additions must account for
   * @param versions receives the versions on the way
   */
  private boolean leads(
      Variable from, int count, Variable to, Block block, Set<Variable> versions) {
    Variable current = from;
    int currentUses = count;
    for (Statement statement : block.statements()) {
      if (current.equals(to)) {
        break;
      }
      Optional<Step> step = step(current, currentUses, statement, versions);
      if (step.isPresent()) {
        current = step.get().version();
        currentUses = step.get().uses();
        versions.add(current);
      }
    }
    return current.equals(to) && (current.equals(from) || currentUses == 1);
  }

  /** The next version, and how often it is used from there on. */
  private record Step(Variable version, int uses) {}

  private Optional<Step> step(
      Variable current, int count, Statement statement, Set<Variable> versions) {
    if (statement instanceof Statement.Define define) {
      return count == 1 && earlier(define).filter(current::equals).isPresent()
          ? Optional.of(new Step(define.variable(), uses.of(define.variable())))
          : Optional.empty();
    }
    if (statement instanceof Statement.Loop loop && count == 1) {
      for (Statement.Carry carry : loop.carries()) {
        int inside = usesIn(loop.body(), carry.variable());
        if (carry.initial().equals(current)
            && leads(carry.variable(), inside, carry.next(), loop.body(), versions)) {
          int nextUse = carry.next().equals(carry.variable()) ? 1 : 0;
          int after = uses.of(carry.variable()) - inside - nextUse;
          return Optional.of(new Step(carry.variable(), after));
        }
      }
    }
    if (statement instanceof Statement.Branch branch) {
      for (Statement.Merge merge : branch.merges()) {
        int accounted =
            side(current, merge.then(), branch.then(), versions)
                + side(current, merge.otherwise(), branch.otherwise(), versions);
        if (accounted == count) {
          return Optional.of(new Step(merge.variable(), uses.of(merge.variable())));
        }
      }
    }
    return Optional.empty();
  }

  /** The uses that one side of {@code if (condition) sum += x;} accounts for; many if it fails. */
  private int side(Variable current, Variable end, Block block, Set<Variable> versions) {
    if (end.equals(current)) {
      return 1;
    }
    int inside = usesIn(block, current);
    boolean adds = inside > 0 && leads(current, inside, end, block, versions);
    return adds ? inside : Integer.MAX_VALUE / 4;
  }

  /** The variable that the value is a sum or difference of, and something that does not read it. */
  private static Optional<Variable> earlier(Statement.Define define) {
    if (define.value() instanceof Expr.Binary binary
        && (binary.operator() == Operator.ADD || binary.operator() == Operator.SUBTRACT)
        && binary.left() instanceof Expr.Read read
        && read.type().equals(define.variable().type())
        && binary.type().equals(define.variable().type())) {
      boolean[] readsItself = {false};
      Walk.reads(binary.right(), variable -> readsItself[0] |= variable.equals(read.variable()));
      return readsItself[0] ? Optional.empty() : Optional.of(read.variable());
    }
    return Optional.empty();
  }
}
