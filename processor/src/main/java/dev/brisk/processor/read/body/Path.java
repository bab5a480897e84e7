package dev.brisk.processor.read.body;

import com.sun.source.tree.StatementTree;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where control goes from a list of statements.
 *
 * @param onward reads what follows their end
 * @param exits reads what follows each exit out of them; what has none here does not occur
 * @param outlives the locals whose values matter where the path ends
 * @param isRound whether it ends with a round of a loop, not with the method or a switch
 */
record Path(
    Runnable onward,
    Map<Exit, Consumer<StatementTree>> exits,
    Predicate<Local> outlives,
    boolean isRound) {

  /** A path that ends with the statements. */
  static Path ending(Predicate<Local> outlives) {
    return new Path(() -> {}, Map.of(), outlives, false);
  }

  /** A path that ends with a round of a loop. */
  static Path round(Predicate<Local> outlives) {
    return new Path(() -> {}, Map.of(), outlives, true);
  }

  Path onwardTo(Runnable next) {
    return new Path(next, exits, outlives, isRound);
  }

  Path with(Exit exit, Consumer<StatementTree> reading) {
    Map<Exit, Consumer<StatementTree>> all = new EnumMap<>(Exit.class);
    all.putAll(exits);
    all.put(exit, reading);
    return new Path(onward, all, outlives, isRound);
  }

  /** Reads what follows an exit. */
  void leave(Exit exit, StatementTree tree) {
    Consumer<StatementTree> reading = exits.get(exit);
    if (reading == null) {
      throw Refusal.silent(); // An exit out of nothing, which javac will report.
    }
    reading.accept(tree);
  }
}
