package dev.brisk.runtime;

import dev.brisk.schedule.Plateau;
import java.lang.System.Logger.Level;

/** Holds what a {@link Plateau} has seen so far. */
final class PlateauWatch {
  private Plateau.State state = Plateau.State.START;
  private boolean hasSeenNaN;

  /**
   * @param base the learning rate before any cut
   * @param step the number of updates so far
   */
  void observe(Plateau settings, double base, double value, long step) {
    if (Double.isNaN(value) && !hasSeenNaN) {
      hasSeenNaN = true;
      System.getLogger("dev.brisk")
          .log(
              Level.WARNING,
              "the value that the schedule watches is NaN after step "
                  + step
                  + "; it counts as not better than those before, as will others");
    }
    state = settings.observed(state, base, value);
  }

  /** Shows what was seen. */
  void visit(StateVisitor visitor) {
    state =
        new Plateau.State(
            visitor.number("plateau/scale", state.scale()),
            visitor.number("plateau/best", state.best()),
            visitor.number("plateau/bad", state.bad()),
            visitor.number("plateau/cooldown", state.cooldown()));
    hasSeenNaN = visitor.flag("plateau/hasSeenNaN", hasSeenNaN);
  }

  /** What the cuts so far multiply the rate by. */
  double scale() {
    return state.scale();
  }
}
