package dev.brisk.processor.derive;

import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves of local arrays that every read sees the element's last value. Then the array as it is at
 * the end serves the way back, and nothing of it need be kept. Of other arrays each element that is
 * overwritten is kept.
 *
 * <p>A store may come after a read of the same element if it follows in the source, or in a later
 * iteration of a loop around both. Indices {@code i + c} of the same loop tell elements apart, and
 * rows {@code (i + c) * width + column} do.
 */
final class Overwrites {
  private record Access(int order, List<Statement.Loop> loops, List<Expr> indices) {}

  private final Map<Variable, List<Access>> reads = new HashMap<>();
  private final Map<Variable, List<Access>> writes = new HashMap<>();
  private final Map<Variable, List<Statement.Store>> stores = new HashMap<>();
  private final Map<Variable, Integer> depths = new HashMap<>();
  private final Set<Variable> filled = new HashSet<>();
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

  /**
   * The stores to an array that may change an element which was read before; additions read what
   * they add to.
   */
  Set<Statement.Store> changing(Variable array) {
    Set<Statement.Store> changing = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Statement.Store> all = stores.getOrDefault(array, List.of());
    List<Access> seen = new ArrayList<>(reads.getOrDefault(array, List.of()));
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).accumulates()) {
        seen.add(writes.get(array).get(i));
      }
    }
    int depth = depths.getOrDefault(array, 0);
    for (int i = 0; i < all.size(); i++) {
      Access write = writes.get(array).get(i);
      boolean changes =
          all.get(i).accumulates() || seen.stream().anyMatch(read -> mayFollow(write, read, depth));
      if (changes) {
        changing.add(all.get(i));
      }
    }
    return changing;
  }

  /** Whether each element is set at most once, and before anything is added to it. */
  boolean isWrittenOnce(Variable array) {
    List<Access> setting = new ArrayList<>();
    List<Access> adding = new ArrayList<>();
    List<Statement.Store> all = stores.getOrDefault(array, List.of());
    for (int i = 0; i < all.size(); i++) {
      (all.get(i).accumulates() ? adding : setting).add(writes.get(array).get(i));
    }
    if (setting.size() > 1 || !setting.isEmpty() && filled.contains(array)) {
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
      } else if (statement instanceof Statement.Fill fill) {
        // Its derivative may look at the result as it was given.
        filled.add(fill.array());
        reads
            .computeIfAbsent(fill.array(), any -> new ArrayList<>())
            .add(new Access(++order, loops, List.of()));
      } else if (statement instanceof Statement.Store store) {
        writes
            .computeIfAbsent(store.array(), any -> new ArrayList<>())
            .add(new Access(++order, loops, store.indices()));
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
          .add(new Access(++order, loops, element.indices()));
    } else if (part instanceof Expr.Call call) {
      for (Expr argument : call.arguments()) {
        if (argument instanceof Expr.Read read && read.type().isArray()) {
          reads
              .computeIfAbsent(read.variable(), any -> new ArrayList<>())
              .add(new Access(++order, loops, List.of()));
        }
      }
    }
  }

  private static boolean mayFollow(Access write, Access read, int depth) {
    boolean isEarlier = write.order() < read.order();
    boolean isSameElement = Algebra.isSame(write.indices(), read.indices());
    if (isEarlier && isSameElement && isInjective(write, depth)) {
      return false;
    }
    int common = depth;
    while (common < Math.min(write.loops().size(), read.loops().size())
        && write.loops().get(common) == read.loops().get(common)) {
      common++;
    }
    return mayFollow(write, read, write.loops().subList(depth, common));
  }

  /**
   * Whether the write may meet the element after the read did.
   *
   * @param common the loops around both of which an iteration may differ, from the outermost
   */
  private static boolean mayFollow(Access write, Access read, List<Statement.Loop> common) {
    int dimensions = Math.min(write.indices().size(), read.indices().size());
    if (common.isEmpty()) {
      boolean isLater = write.order() > read.order();
      return isLater && !areDifferent(write.indices(), read.indices(), dimensions);
    }
    Statement.Loop loop = common.get(0);
    boolean isSameIteration = false;
    for (int d = 0; d < dimensions; d++) {
      Optional<Row> written = Row.of(write.indices().get(d), loop, write.loops());
      Optional<Row> seen = Row.of(read.indices().get(d), loop, read.loops());
      if (written.isPresent() && seen.isPresent() && written.get().isComparable(seen.get())) {
        // The write of k iterations later meets the read where k * step = seen - written.
        int distance = seen.get().offset() - written.get().offset();
        if (distance % loop.step() != 0 || distance / loop.step() < 0) {
          return false;
        }
        isSameIteration |= distance == 0;
      }
    }
    return !isSameIteration || mayFollow(write, read, common.subList(1, common.size()));
  }

  private static boolean areDifferent(List<Expr> some, List<Expr> others, int dimensions) {
    for (int d = 0; d < dimensions; d++) {
      if (some.get(d) instanceof Expr.Constant a
          && others.get(d) instanceof Expr.Constant b
          && !a.value().equals(b.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the write meets another element in every iteration of the loops around it. */
  private static boolean isInjective(Access write, int depth) {
    List<Statement.Loop> loops = write.loops().subList(depth, write.loops().size());
    boolean eachCountsOneDimension =
        loops.stream()
            .allMatch(
                loop ->
                    write.indices().stream()
                        .anyMatch(index -> Row.offset(index, loop.index()).isPresent()));
    if (eachCountsOneDimension) {
      return true;
    }
    if (loops.size() == 2 && write.indices().size() == 1) {
      Optional<Row> row = Row.of(write.indices().get(0), loops.get(0), loops);
      return row.flatMap(Row::column).filter(loops.get(1).index()::equals).isPresent();
    }
    return false;
  }
}
