package dev.brisk.processor.read.body;

import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the rounds of loops that {@code break} or {@code return} may end early. A loop is also run
 * backwards, so it keeps its count: a truth value that it carries says that it was left, and the
 * rounds after that do nothing.
 */
final class LoopExits {
  private final BodyReader body;
  private final BranchReader branches;
  private final PathReader paths;

  /** Whether a loop has returned from the method; one for all of its loops. */
  private final Local returned = new Local("returned", Type.BOOLEAN, false);

  LoopExits(BodyReader body, BranchReader branches, PathReader paths) {
    this.body = body;
    this.branches = branches;
    this.paths = paths;
  }

  /**
   * How the rounds of a loop end.
   *
   * @param kinds the exits out of a round
   * @param flags what says that the loop was left: one for its breaks, one for returns
   * @param state those, and the value that is returned
   */
  record Ending(Set<Exit> kinds, List<Local> flags, List<Local> state) {
    boolean returns() {
      return kinds.contains(Exit.RETURN);
    }
  }

  /** How the rounds of a loop end; what says so gets its value before the first. */
  Ending of(StatementTree round, Place place, Path outer) {
    Ending ending = new Ending(Exits.of(round), new ArrayList<>(), new ArrayList<>());
    if (ending.kinds().contains(Exit.BREAK)) {
      Local stopped = new Local("stopped", Type.BOOLEAN, false);
      ending.flags().add(stopped);
      body.scope().set(stopped, truth(false, place));
    }
    if (ending.returns()) {
      ending.flags().add(returned);
      body.returned().ifPresent(ending.state()::add);
      if (!outer.isRound()) {
        body.scope().set(returned, truth(false, place));
        body.returned().ifPresent(value -> body.scope().set(value, none(value.type(), place)));
      }
    }
    ending.state().addAll(ending.flags());
    return ending;
  }

  private static Expr truth(boolean value, Place place) {
    return new Expr.Constant(value, Type.BOOLEAN, place);
  }

  /** Stands for the value as long as nothing is returned. */
  private static Expr none(Type type, Place place) {
    if (type.isArray()) {
      throw Refusal.because(Problem.RETURN_IN_LOOP, place);
    }
    return Zero.of(type, place);
  }

  /**
   * Reads one round.
   *
   * @param start declares what the round starts with
   * @param carried the locals whose values matter at its end
   */
  void read(
      StatementTree round, Ending ending, Runnable start, Predicate<Local> carried, Place place) {
    if (ending.kinds().isEmpty()) {
      start.run();
      body.statement(round);
      return;
    }
    Runnable reading =
        () -> {
          start.run();
          paths.read(List.of(round), path(ending, carried, place));
        };
    Optional<Expr> left =
        ending.flags().stream()
            .map(flag -> body.scope().value(flag).orElseThrow())
            .reduce((one, other) -> new Expr.Binary(Operator.OR, one, other, place));
    if (left.isEmpty()) {
      reading.run();
    } else {
      branches.read(new Expr.Not(left.get(), place), place, carried, reading, () -> {});
    }
  }

  private Path path(Ending ending, Predicate<Local> carried, Place place) {
    return Path.round(carried)
        .with(Exit.CONTINUE, tree -> {})
        .with(Exit.BREAK, tree -> body.scope().set(ending.flags().get(0), truth(true, place)))
        .with(Exit.RETURN, tree -> returned((ReturnTree) tree, place));
  }

  private void returned(ReturnTree tree, Place place) {
    paths.returned(tree);
    body.scope().set(returned, truth(true, place));
  }

  /** Reads what follows a loop, unless it has returned. */
  void after(Ending ending, Path outer, Place place) {
    if (!ending.returns()) {
      outer.onward().run();
      return;
    }
    Expr left = body.scope().value(returned).orElseThrow();
    branches.read(left, place, outer.outlives(), outer.returned(), outer.onward());
  }
}
