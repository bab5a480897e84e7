package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides which versions of a variable of the user's share one variable in the routine. All of them
 * may, since the user's own source kept them in one, unless one is read after a later one is
 * defined, or the way back needs a version that a later one would have overwritten.
 */
final class Versions {
  private final Map<Integer, Variable> first = new HashMap<>();
  private final Map<Integer, Variable> last = new HashMap<>();
  private final Map<Integer, Set<Variable>> all = new HashMap<>();
  private final Set<Integer> apart = new HashSet<>();

  private Versions() {}

  /** The versions in a program of which nothing is needed again. */
  static Versions of(Block body) {
    Versions versions = in(body);
    versions.apart.addAll(Stale.in(body));
    return versions;
  }

  private static Versions in(Block body) {
    Versions versions = new Versions();
    versions.collect(body);
    return versions;
  }

  /** Every version for itself. */
  static Versions apart(Block body) {
    Versions versions = in(body);
    versions.apart.addAll(versions.all.keySet());
    return versions;
  }

  /** Keeps the versions of a variable apart if one of these is not its last. */
  void keep(Set<Variable> needed) {
    for (Variable variable : needed) {
      boolean isLast = variable.equals(last.getOrDefault(variable.origin(), variable));
      if (!isLast) {
        apart.add(variable.origin());
      }
    }
  }

  /** Keeps all versions of the variable apart. */
  void keepApart(Variable variable) {
    apart.add(variable.origin());
  }

  /**
   * Keeps apart what a block computes once more, of variables that began to exist before it: their
   * last values must stay.
   */
  void keepRecomputed(Block block, Set<Variable> needed) {
    Set<Variable> own = new HashSet<>();
    in(block).all.values().forEach(own::addAll);
    for (Variable variable : needed) {
      boolean isOwn = own.contains(variable);
      if (isOwn && !own.containsAll(all.get(variable.origin()))) {
        apart.add(variable.origin());
      }
    }
  }

  /** The variable of the routine that holds the version. */
  Variable holder(Variable version) {
    return apart.contains(version.origin())
        ? version
        : first.getOrDefault(version.origin(), version);
  }

  /**
   * In source order, a loop's state and what branches merge after what is within them: the last
   * definition is the one that nothing overwrites. Where a branch returns, nothing is merged.
   */
  private void collect(Block block) {
    for (Statement statement : block.statements()) {
      if (statement instanceof Statement.Define define) {
        define(define.variable());
      } else if (statement instanceof Statement.Loop loop) {
        collect(loop.body());
        loop.carries().forEach(carry -> define(carry.variable()));
      } else if (statement instanceof Statement.Branch branch) {
        collect(branch.then());
        collect(branch.otherwise());
        branch.merges().forEach(merge -> define(merge.variable()));
      }
    }
  }

  private void define(Variable variable) {
    first.putIfAbsent(variable.origin(), variable);
    last.put(variable.origin(), variable);
    all.computeIfAbsent(variable.origin(), any -> new HashSet<>()).add(variable);
  }
}
