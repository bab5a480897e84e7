package dev.brisk.processor.read.body;

import com.sun.source.tree.StatementTree;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Where control goes from a list of statements.
 *
 * @param onward reads what follows their end
 * @param exits reads what follows each exit out of them; what has none here does not occur
 * @param returned reads what follows a loop that has returned
 * @param outlives the locals whose values matter where the path ends
 * @param value the local that a return or yield sets, if the path ends with one
 * @param isRound whether it ends with a round of a loop, not with the method or a switch
 */
record Path(
    Runnable onward,
    Map<Exit, Consumer<StatementTree>> exits,
    Runnable returned,
    Predicate<Local> outlives,
    Optional<Local> value,
    boolean isRound) {

  /** A path that ends with the statements. */
  static Path ending(Predicate<Local> outlives) {
    return new Path(() -> {}, Map.of(), () -> {}, outlives, Optional.empty(), false);
  }

  /** A path that ends with a value, and nothing else of it matters; or with none. */
  static Path giving(Optional<Local> value) {
    Predicate<Local> isValue = local -> value.filter(local::equals).isPresent();
    return new Path(() -> {}, Map.of(), () -> {}, isValue, value, false);
  }

  /** A path that ends with a round of a loop. */
  static Path round(Predicate<Local> outlives) {
    return new Path(() -> {}, Map.of(), () -> {}, outlives, Optional.empty(), true);
  }

  Path onwardTo(Runnable next) {
    return new Path(next, exits, returned, outlives, value, isRound);
  }

  Path with(Exit exit, Consumer<StatementTree> reading) {
    Map<Exit, Consumer<StatementTree>> all = new EnumMap<>(Exit.class);
    all.putAll(exits);
    all.put(exit, reading);
    return new Path(onward, all, returned, outlives, value, isRound);
  }

  /**
   * The same exits of a part after whose end all paths come together.
   *
   * @param left notes that a path has left
   */
  Path joining(Runnable left, Predicate<Local> outlives) {
    Map<Exit, Consumer<StatementTree>> noting = new EnumMap<>(Exit.class);
    exits.forEach((exit, reading) -> noting.put(exit, reading.andThen(tree -> left.run())));
    Runnable after =
        () -> {
          returned.run();
          left.run();
        };
    return new Path(() -> {}, noting, after, outlives, value, isRound);
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
