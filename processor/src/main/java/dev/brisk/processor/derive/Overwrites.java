package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves of local arrays that every read sees the element's last value. Then the array as it is at
 * the end serves the way back, and nothing of it need be kept.
 *
 * <p>A store may come after a read of the same element if it follows in the source, or in a later
 * iteration of a loop around both. Indices {@code i + c} of the same loop tell elements apart, and
 * rows {@code (i + c) * width + column} do.
 */
final class Overwrites {
  private record Access(int order, List<Statement.Loop> loops, Expr index) {}

  private final Map<Variable, List<Access>> reads = new HashMap<>();
  private final Map<Variable, List<Access>> writes = new HashMap<>();
  private final Map<Variable, List<Statement.Store>> stores = new HashMap<>();
  private final Map<Variable, Integer> depths = new HashMap<>();
  private int order;

  private Overwrites() {}

  static Overwrites in(Program program) {
    Overwrites overwrites = new Overwrites();
    overwrites.collect(program.body(), List.of());
    return overwrites;
  }

  /** A store that may change an element after it was read. */
  Optional<Statement.Store> after(Variable array) {
    List<Access> written = writes.getOrDefault(array, List.of());
    for (int i = 0; i < written.size(); i++) {
      for (Access read : reads.getOrDefault(array, List.of())) {
        if (mayFollow(written.get(i), read, depths.getOrDefault(array, 0))) {
          return Optional.of(stores.get(array).get(i));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether each element is set at most once, and before anything is added to it. */
  boolean isWrittenOnce(Variable array) {
    List<Access> setting = new ArrayList<>();
    List<Access> adding = new ArrayList<>();
    List<Statement.Store> all = stores.getOrDefault(array, List.of());
    for (int i = 0; i < all.size(); i++) {
      (all.get(i).accumulates() ? adding : setting).add(writes.get(array).get(i));
    }
    if (setting.size() > 1) {
      return false;
    }
    int depth = depths.getOrDefault(array, 0);
    return setting.stream()
        .allMatch(
            set ->
                isInjective(set, depth)
                    && adding.stream().noneMatch(added -> mayFollow(set, added, depth)));
  }

  private void collect(Block block, List<Statement.Loop> loops) {
    for (Statement statement : block.statements()) {
      for (Expr expr : Walk.expressionsOf(statement)) {
        Walk.expressions(expr, part -> read(part, loops));
      }
      if (statement instanceof Statement.Allocate allocate) {
        depths.put(allocate.array(), loops.size());
      } else if (statement instanceof Statement.Store store) {
        writes
            .computeIfAbsent(store.array(), any -> new ArrayList<>())
            .add(new Access(++order, loops, store.index()));
        stores.computeIfAbsent(store.array(), any -> new ArrayList<>()).add(store);
      } else if (statement instanceof Statement.Loop loop) {
        List<Statement.Loop> inner = new ArrayList<>(loops);
        inner.add(loop);
        collect(loop.body(), inner);
      } else if (statement instanceof Statement.Branch branch) {
        collect(branch.then(), loops);
        collect(branch.otherwise(), loops);
      }
    }
  }

  private void read(Expr part, List<Statement.Loop> loops) {
    if (part instanceof Expr.Element element) {
      reads
          .computeIfAbsent(element.array(), any -> new ArrayList<>())
          .add(new Access(++order, loops, element.index()));
    } else if (part instanceof Expr.Call call) {
      for (Expr argument : call.arguments()) {
        if (argument instanceof Expr.Read read && read.type().isArray()) {
          reads
              .computeIfAbsent(read.variable(), any -> new ArrayList<>())
              .add(new Access(++order, loops, Algebra.number(Double.NaN, argument.type())));
        }
      }
    }
  }

  private static boolean mayFollow(Access write, Access read, int depth) {
    List<Statement.Loop> common = new ArrayList<>();
    for (int i = depth; i < Math.min(write.loops().size(), read.loops().size()); i++) {
      if (write.loops().get(i) == read.loops().get(i)) {
        common.add(write.loops().get(i));
      }
    }
    boolean followsInSource = write.order() > read.order();
    boolean sameElement = Algebra.isSame(write.index(), read.index());
    if (common.isEmpty()) {
      return followsInSource && !areDifferent(write.index(), read.index());
    }
    if (sameElement && !followsInSource && isInjective(write, depth)) {
      return false;
    }
    Statement.Loop loop = common.get(0);
    Optional<Row> written = Row.of(write.index(), loop.index(), write.loops());
    Optional<Row> seen = Row.of(read.index(), loop.index(), read.loops());
    if (written.isEmpty() || seen.isEmpty() || !written.get().isComparable(seen.get())) {
      return true;
    }
    // The write of k iterations later meets the read where k * step = seen - written.
    int distance = seen.get().offset() - written.get().offset();
    return distance == 0
        ? followsInSource || common.size() > 1
        : distance % loop.step() == 0 && distance / loop.step() > 0;
  }

  private static boolean areDifferent(Expr one, Expr other) {
    return one instanceof Expr.Constant a
        && other instanceof Expr.Constant b
        && !a.value().equals(b.value());
  }

  /** Whether the write meets another element in every iteration of the loops around it. */
  private static boolean isInjective(Access write, int depth) {
    List<Statement.Loop> loops = write.loops().subList(depth, write.loops().size());
    if (loops.isEmpty()) {
      return true;
    }
    Statement.Loop inner = loops.get(loops.size() - 1);
    if (loops.size() == 1) {
      return Row.offset(write.index(), inner.index()).isPresent();
    }
    if (loops.size() == 2) {
      Optional<Row> row = Row.of(write.index(), loops.get(0).index(), loops);
      return row.flatMap(Row::column).filter(inner.index()::equals).isPresent();
    }
    return false;
  }
}
