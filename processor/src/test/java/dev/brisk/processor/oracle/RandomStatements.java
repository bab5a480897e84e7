package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomFunction.Result;
import dev.brisk.processor.oracle.RandomScope.Named;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes random statements. */
final class RandomStatements {
  /** Deeper blocks have none within them. */
  private static final int DEEPEST = 4;

  final RandomScope scope;
  final RandomCode code;
  final RandomExpressions expressions;
  final RandomWholes wholes;

  /** Whether the method gives a number, so that it may return one early. */
  private final boolean givesNumber;

  private final RandomLoops loops;
  private final RandomArrays arrays;
  private final RandomLayers layers;
  private final List<Runnable> simple = new ArrayList<>();
  private final List<Runnable> all = new ArrayList<>();
  private int budget;

  RandomStatements(RandomScope scope, RandomCode code, int budget, boolean givesNumber) {
    this.scope = scope;
    this.code = code;
    this.budget = budget;
    this.givesNumber = givesNumber;
    this.expressions = new RandomExpressions(scope);
    this.wholes = expressions.wholes();
    this.loops = new RandomLoops(this);
    this.arrays = new RandomArrays(this);
    this.layers = new RandomLayers(this);
    enter(3, simple, this::declaration);
    enter(3, simple, this::assignment);
    enter(2, simple, this::compound);
    enter(1, simple, this::exchange);
    enter(2, simple, arrays::store);
    enter(1, simple, this::count);
    enter(1, simple, this::call);
    enter(2, all, this::branch);
    enter(3, all, loops::loop);
    enter(1, all, this::late);
    enter(1, all, arrays::declaration);
    enter(1, all, arrays::refill);
    enter(1, all, arrays::recurrence);
    if (scope.has(Feature.COPIES)) {
      enter(1, simple, arrays::fill);
    }
    if (scope.has(Feature.VECTOR_OPERATIONS)) {
      enter(2, simple, layers::layer);
      enter(1, all, layers::recurrence);
    }
    all.addAll(simple);
    if (scope.has(Feature.OVERWRITES)) {
      enter(2, all, new RandomOverwrites(this)::statement);
    }
    if (scope.has(Feature.ROWS)) {
      enter(3, all, new RandomRows(this)::statement);
    }
    if (scope.has(Feature.SWITCHES)) {
      enter(2, all, new RandomSwitches(this)::statement);
    }
    if (scope.has(Feature.WHOLE_ARRAYS)) {
      enter(1, all, new RandomKeys(this)::statement);
    }
  }

  private static void enter(int weight, List<Runnable> writers, Runnable writer) {
    for (int i = 0; i < weight; i++) {
      writers.add(writer);
    }
  }

  /** The first statements of a network, if it is one. */
  void network() {
    if (scope.has(Feature.VECTOR_OPERATIONS)) {
      layers.network();
    }
  }

  /** Statements up to the end of the budget; some of them may return. */
  void body() {
    while (budget > 0) {
      if (scope.chance(0.06)) {
        jump();
      }
      statement();
    }
  }

  /** One statement, or a few that belong together. */
  private void statement() {
    budget--;
    scope.any(scope.depth >= DEEPEST ? simple : all).run();
  }

  /** A few statements, in a scope of their own. */
  void block() {
    scope.within(this::statements);
  }

  /** A few statements. */
  void statements() {
    int statements = scope.random.nextInt(1, 4);
    for (int i = 0; i < statements; i++) {
      statement();
      if (scope.loops > 0 && scope.chance(0.12)) {
        jump();
      }
    }
  }

  /** Leaves something, under a condition. */
  void jump() {
    Optional<String> jump = leave();
    if (jump.isEmpty()) {
      return;
    }
    code.open("if (" + wholes.truth(2) + ")");
    if (scope.chance(0.3)) {
      scope.within(() -> scope.any(simple).run());
    }
    code.line(jump.get());
    code.close();
  }

  /** What leaves the method, the loop or the iteration, as far as it may. */
  Optional<String> leave() {
    List<String> ways = new ArrayList<>();
    if (scope.loops > 0 && scope.has(Feature.CONTINUE)) {
      ways.add("continue;");
    }
    if (scope.isBreakable && scope.has(Feature.BREAK)) {
      ways.add("break;");
    }
    if (scope.loops == 0 || scope.has(Feature.RETURN_IN_LOOP)) {
      ways.add(givesNumber ? "return " + expressions.bounded(2) + ";" : "return;");
    }
    return ways.isEmpty() ? Optional.empty() : Optional.of(scope.any(ways));
  }

  private void declaration() {
    boolean hides = scope.depth > 0 && isParameter("q") && scope.chance(0.04);
    String name = hides ? "q" : scope.fresh("v");
    scope.hide(name);
    code.line(scope.type + " " + name + " = " + expressions.tame(3) + ";");
    scope.numbers.add(new Named(name, true));
  }

  /** Whether the name is a parameter's, and not yet hidden. */
  private boolean isParameter(String name) {
    return !scope.isStatic && scope.numbers.contains(new Named(name, false));
  }

  void assignment() {
    List<Named> targets = scope.mutableNumbers();
    if (targets.isEmpty()) {
      declaration();
      return;
    }
    code.line(scope.any(targets).name() + " = " + expressions.tame(3) + ";");
  }

  void compound() {
    List<Named> targets = scope.mutableNumbers();
    if (targets.isEmpty()) {
      declaration();
      return;
    }
    change(scope.any(targets).name());
  }

  /** Changes a number, or an element, by an operation. */
  void change(String target) {
    String sum = scope.loops > 0 ? expressions.bounded(2) : expressions.wide(2).text();
    switch (scope.random.nextInt(7)) {
      case 0, 1, 2 -> code.line(target + " += " + sum + ";");
      case 3 -> code.line(target + " -= " + expressions.bounded(2) + ";");
      case 4 -> code.line(target + " *= " + expressions.bounded(2) + ";");
      case 5 -> code.line(target + " /= 1.5f + " + expressions.bounded(1) + " * 0.25f;");
      default -> code.line(target + " = " + target + " + " + expressions.bounded(2) + ";");
    }
  }

  private void exchange() {
    List<Named> targets = scope.mutableNumbers();
    if (targets.size() < 2) {
      declaration();
      return;
    }
    String one = scope.any(targets).name();
    String other = scope.any(targets).name();
    String kept = scope.fresh("t");
    code.line(scope.type + " " + kept + " = " + one + ";");
    code.line(one + " = " + (scope.chance(0.5) ? other : expressions.bounded(1)) + ";");
    code.line(other + " = " + kept + ";");
    scope.numbers.add(new Named(kept, scope.chance(0.5)));
  }

  private void branch() {
    code.open("if (" + wholes.truth(2) + ")");
    block();
    if (scope.chance(0.3)) {
      code.reopen("} else if (" + wholes.truth(1) + ")");
      block();
    }
    if (scope.chance(0.6)) {
      code.reopen("} else");
      block();
    }
    code.close();
  }

  /** A local that both branches give its first value. */
  private void late() {
    String name = scope.fresh("v");
    code.line(scope.type + " " + name + ";");
    code.open("if (" + wholes.truth(1) + ")");
    code.line(name + " = " + expressions.tame(2) + ";");
    code.reopen("} else");
    code.line(name + " = " + expressions.tame(2) + ";");
    code.close();
    scope.numbers.add(new Named(name, true));
  }

  private void call() {
    Optional<String> call = expressions.calls().any(Result.NOTHING, 2);
    call.ifPresentOrElse(text -> code.line(text + ";"), this::compound);
  }

  /** Something of whole numbers or truth values. */
  private void count() {
    switch (scope.random.nextInt(8)) {
      case 0 -> {
        String name = scope.fresh("n");
        code.line("int " + name + " = " + wholes.whole() + ";");
        scope.wholes.add(Whole.unknown(name, true));
      }
      case 1 -> {
        String name = scope.fresh("n");
        code.line("int " + name + " = (int) (3 * " + expressions.bounded(1) + ");");
        scope.wholes.add(Whole.unknown(name, true));
      }
      case 2 -> {
        String name = scope.fresh("b");
        code.line("boolean " + name + " = " + wholes.truth(2) + ";");
        scope.truths.add(new Named(name, scope.has(Feature.BOOLEANS)));
      }
      case 3 -> wholes.mutableTruth().ifPresentOrElse(this::assignTruth, this::changeWhole);
      case 4, 5 -> {
        if (scope.has(Feature.LONGS)) {
          bigNumber();
        } else {
          changeWhole();
        }
      }
      default -> changeWhole();
    }
  }

  private void assignTruth(Named truth) {
    boolean isByBits = scope.has(Feature.BITS) && scope.chance(0.4);
    String operator = isByBits ? scope.any(" |= ", " &= ", " ^= ") : " = ";
    code.line(truth.name() + operator + wholes.truth(1) + ";");
  }

  private void changeWhole() {
    List<Whole> counters = scope.mutableWholes();
    if (counters.isEmpty()) {
      assignment();
      return;
    }
    String name = scope.any(counters).name();
    switch (scope.random.nextInt(scope.has(Feature.BITS) ? 8 : 5)) {
      case 0, 1 -> code.line(name + "++;");
      case 2 -> code.line(name + "--;");
      case 3 -> code.line(name + " += " + wholes.whole() + ";");
      case 4 -> code.line(name + " = " + wholes.whole() + ";");
      case 5 -> code.line(name + " ^= " + wholes.whole() + ";");
      case 6 -> code.line(name + " <<= 1;");
      default -> code.line(name + " >>>= 1;");
    }
  }

  private void bigNumber() {
    List<Named> mutable = scope.longs.stream().filter(Named::isMutable).toList();
    if (mutable.isEmpty() || scope.chance(0.4)) {
      String name = scope.fresh("l");
      code.line("long " + name + " = " + wholes.big() + ";");
      scope.longs.add(new Named(name, true));
      return;
    }
    String name = scope.any(mutable).name();
    switch (scope.random.nextInt(scope.has(Feature.BITS) ? 5 : 3)) {
      case 0 -> code.line(name + " = " + name + " * 6364136223846793005L + 1442695040888963407L;");
      case 1 -> code.line(name + " += " + wholes.whole() + ";");
      case 2 -> code.line(name + "++;");
      case 3 -> code.line(name + " ^= " + name + " >>> 17;");
      default -> code.line(name + " = " + wholes.big() + ";");
    }
  }
}
