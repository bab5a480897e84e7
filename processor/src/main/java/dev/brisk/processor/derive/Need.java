package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds what a block must compute so that some of its variables have their values. */
final class Need {
  private Need() {}

  /**
   * The wanted variables, and all that they are computed from: the ones that the block defines, and
   * those that it takes from outside.
   *
   * @param own the arrays that the block fills; others are taken as they are, and what the block
   *     stores into them is not done again
   */
  static Set<Variable> of(Block block, Set<Variable> wanted, Set<Variable> own) {
    Set<Variable> needed = new LinkedHashSet<>(wanted);
    int size;
    do {
      size = needed.size();
      collect(block, needed, own);
    } while (needed.size() > size);
    return needed;
  }

  /** The arrays that the block makes, in itself or in a block within. */
  static Set<Variable> allocated(Block block) {
    Set<Variable> arrays = new HashSet<>();
    Walk.statements(
        block,
        statement -> {
          if (statement instanceof Statement.Allocate allocate) {
            arrays.add(allocate.array());
          }
        });
    return arrays;
  }

  /** The variables that the block defines, in itself or in a block within. */
  static Set<Variable> defined(Block block) {
    Set<Variable> defined = allocated(block);
    Walk.statements(
        block,
        statement -> {
          if (statement instanceof Statement.Define define) {
            defined.add(define.variable());
          } else if (statement instanceof Statement.Loop loop) {
            defined.add(loop.index());
            loop.carries().forEach(carry -> defined.add(carry.variable()));
          } else if (statement instanceof Statement.Branch branch) {
            branch.merges().forEach(merge -> defined.add(merge.variable()));
          }
        });
    return defined;
  }

  /** Adds what is needed for what already is. Returns whether the block does any of it. */
  private static boolean collect(Block block, Set<Variable> needed, Set<Variable> own) {
    boolean works = false;
    for (Statement statement : block.statements()) {
      if (works(statement, needed, own)) {
        works = true;
        for (Expr expr : Walk.expressionsOf(statement)) {
          Walk.reads(expr, needed::add);
        }
      }
    }
    return works;
  }

  private static boolean works(Statement statement, Set<Variable> needed, Set<Variable> own) {
    if (statement instanceof Statement.Define define) {
      return needed.contains(define.variable());
    } else if (statement instanceof Statement.Allocate allocate) {
      return needed.contains(allocate.array());
    } else if (statement instanceof Statement.Fill fill) {
      return needed.contains(fill.array()) && own.contains(fill.array());
    } else if (statement instanceof Statement.Store store) {
      return needed.contains(store.array()) && own.contains(store.array());
    } else if (statement instanceof Statement.Loop loop) {
      boolean carries = false;
      for (Statement.Carry carry : loop.carries()) {
        if (needed.contains(carry.variable())) {
          needed.add(carry.initial());
          needed.add(carry.next());
          carries = true;
        }
      }
      return collect(loop.body(), needed, own) | carries;
    } else if (statement instanceof Statement.Branch branch) {
      boolean merges = false;
      for (Statement.Merge merge : branch.merges()) {
        if (needed.contains(merge.variable())) {
          needed.add(merge.then());
          needed.add(merge.otherwise());
          merges = true;
        }
      }
      return collect(branch.then(), needed, own)
          | collect(branch.otherwise(), needed, own)
          | merges;
    }
    return false;
  }
}
