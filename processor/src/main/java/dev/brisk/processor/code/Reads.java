package dev.brisk.processor.code;

import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What code reads and mentions. */
public final class Reads {
  private Reads() {}

  /** The variables that the code reads and does not declare itself. */
  public static Set<Variable> free(List<Code> code) {
    Set<Variable> free = new LinkedHashSet<>();
    collect(code, new HashSet<>(), free);
    return free;
  }

  private static void collect(List<Code> code, Set<Variable> bound, Set<Variable> free) {
    Set<Variable> inner = new HashSet<>(bound);
    for (Code statement : code) {
      Consumer<Expr> read =
          expr ->
              Walk.reads(
                  expr,
                  variable -> {
                    if (!inner.contains(variable)) {
                      free.add(variable);
                    }
                  });
      expressions(statement).forEach(read);
      if (statement instanceof Code.Declare declare) {
        inner.add(declare.variable());
      } else if (statement instanceof Code.Allocate allocate) {
        inner.add(allocate.array());
      } else if (statement instanceof Code.For loop) {
        Set<Variable> withIndex = new HashSet<>(inner);
        withIndex.add(loop.index());
        collect(loop.body(), withIndex, free);
      } else if (statement instanceof Code.If branch) {
        collect(branch.then(), inner, free);
        collect(branch.otherwise(), inner, free);
      }
    }
  }

  /** The arrays of which the code reads elements. */
  public static Set<Variable> arrays(List<Code> code) {
    Set<Variable> arrays = new LinkedHashSet<>();
    for (Code statement : code) {
      expressions(statement).forEach(expr -> Walk.elements(expr, arrays::add));
      arrays.addAll(arrays(inner(statement)));
    }
    return arrays;
  }

  /** The variables that the code gives values, and the arrays whose elements it changes. */
  public static Set<Variable> written(List<Code> code) {
    Set<Variable> written = new LinkedHashSet<>();
    for (Code statement : code) {
      Variable target = target(statement);
      if (target != null) {
        written.add(target);
      }
      if (statement instanceof Code.For loop) {
        written.add(loop.index());
      }
      written.addAll(written(inner(statement)));
    }
    return written;
  }

  /** Whether the statement, or one within it, reads or writes the variable. */
  public static boolean mentions(Code statement, Variable variable) {
    return mentioned(statement).contains(variable);
  }

  /** The variables that the statement, or one within it, reads or writes. */
  public static Set<Variable> mentioned(Code statement) {
    Set<Variable> mentioned = new HashSet<>();
    expressions(statement).forEach(expr -> Walk.reads(expr, mentioned::add));
    Variable target = target(statement);
    if (target != null) {
      mentioned.add(target);
    }
    inner(statement).forEach(part -> mentioned.addAll(mentioned(part)));
    return mentioned;
  }

  private static @Nullable Variable target(Code statement) {
    if (statement instanceof Code.Declare declare) {
      return declare.variable();
    } else if (statement instanceof Code.Assign assign) {
      return assign.variable();
    } else if (statement instanceof Code.Add add) {
      return add.variable();
    } else if (statement instanceof Code.Put put) {
      return put.array();
    } else if (statement instanceof Code.PutAdd put) {
      return put.array();
    } else if (statement instanceof Code.Keep keep) {
      return keep.array();
    }
    return null;
  }

  /** The statements within a statement. */
  public static List<Code> inner(Code statement) {
    if (statement instanceof Code.For loop) {
      return loop.body();
    } else if (statement instanceof Code.If branch) {
      List<Code> both = new ArrayList<>(branch.then());
      both.addAll(branch.otherwise());
      return both;
    }
    return List.of();
  }

  /** The expressions that stand in the statement itself. */
  public static List<Expr> expressions(Code statement) {
    if (statement instanceof Code.Declare declare) {
      return declare.value().map(List::of).orElse(List.of());
    } else if (statement instanceof Code.Assign assign) {
      return List.of(assign.value());
    } else if (statement instanceof Code.Add add) {
      return List.of(add.value());
    } else if (statement instanceof Code.Allocate allocate) {
      return allocate.lengths();
    } else if (statement instanceof Code.Put put) {
      return and(put.indices(), put.value());
    } else if (statement instanceof Code.PutAdd put) {
      return and(put.indices(), put.value());
    } else if (statement instanceof Code.Touch touch) {
      return List.of(touch.row());
    } else if (statement instanceof Code.Keep keep) {
      return keep.indices();
    } else if (statement instanceof Code.For loop) {
      return List.of(loop.from(), loop.to());
    } else if (statement instanceof Code.If branch) {
      return List.of(branch.condition());
    } else if (statement instanceof Code.Invoke invoke) {
      return invoke.arguments();
    } else if (statement instanceof Code.Kernel kernel) {
      return kernel.arguments();
    } else if (statement instanceof Code.Descend descend) {
      return List.of(descend.value());
    }
    return List.of();
  }

  private static List<Expr> and(List<Expr> indices, Expr value) {
    List<Expr> both = new ArrayList<>(indices);
    both.add(value);
    return both;
  }
}
