package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes random switch statements. */
final class RandomSwitches {
  private static final List<String> LABELS = List.of("0", "1", "3", "-1", "RANK", "7");

  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;

  RandomSwitches(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
  }

  void statement() {
    switch (scope.random.nextInt(5)) {
      case 0, 1 -> arrows();
      case 2, 3 -> colons();
      default -> late();
    }
  }

  private String selector() {
    String whole = statements.wholes.whole();
    return scope.chance(0.6) ? "Math.floorMod(" + whole + ", 4)" : whole;
  }

  /** A few labels of which none comes twice. */
  private List<String> labels() {
    List<String> labels = new ArrayList<>(LABELS);
    List<String> some = new ArrayList<>();
    int count = scope.random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      some.add(labels.remove(scope.random.nextInt(labels.size())));
    }
    if (scope.chance(0.4)) {
      some.set(0, some.get(0) + ", " + labels.get(0));
    }
    return some;
  }

  private void arrows() {
    code.open("switch (" + selector() + ")");
    scope.withinSwitch(
        () -> {
          for (String label : labels()) {
            arrow(label);
          }
          if (scope.chance(0.7)) {
            code.open("default ->");
            statements.block();
            code.close();
          }
        });
    code.close();
  }

  private void arrow(String label) {
    List<Named> numbers = scope.mutableNumbers();
    if (!numbers.isEmpty() && scope.chance(0.4)) {
      String target = scope.any(numbers).name();
      code.line(
          "case " + label + " -> " + target + " += " + statements.expressions.bounded(2) + ";");
      return;
    }
    code.open("case " + label + " ->");
    if (scope.chance(0.7)) {
      statements.block();
    }
    leave().ifPresent(code::line);
    code.close();
  }

  private void colons() {
    code.open("switch (" + selector() + ")");
    scope.withinSwitch(
        () -> {
          List<String> labels = labels();
          int last = scope.chance(0.7) ? scope.random.nextInt(labels.size() + 1) : -1;
          for (int i = 0; i < labels.size(); i++) {
            if (i == last) {
              colon("default:", "break;");
            }
            String label = "case " + labels.get(i).replace(", ", ": case ") + ":";
            colon(label, leave().orElse("break;"));
          }
          if (last == labels.size()) {
            colon("default:", scope.any("break;", ""));
          }
        });
    code.close();
  }

  /** The braces keep what is declared from the cases below. */
  private void colon(String label, String end) {
    code.open(label);
    statements.block();
    if (!end.isEmpty()) {
      code.line(end);
    }
    code.close();
  }

  private Optional<String> leave() {
    return scope.chance(0.15) ? statements.leave() : Optional.empty();
  }

  /** A local to which every case gives its first value. */
  private void late() {
    String name = scope.fresh("v");
    code.line(scope.type + " " + name + ";");
    code.open("switch (" + selector() + ")");
    for (String label : labels()) {
      code.line("case " + label + " -> " + name + " = " + statements.expressions.tame(2) + ";");
    }
    code.line("default -> " + name + " = " + statements.expressions.tame(2) + ";");
    code.close();
    scope.numbers.add(new Named(name, true));
  }
}
