package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomScope.Extent;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Vector;
import dev.brisk.processor.oracle.RandomScope.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes random arrays of rows. */
final class RandomRows {
  private final RandomStatements statements;
  private final RandomScope scope;
  private final RandomCode code;
  private final RandomExpressions expressions;

  RandomRows(RandomStatements statements) {
    this.statements = statements;
    this.scope = statements.scope;
    this.code = statements.code;
    this.expressions = statements.expressions;
  }

  void statement() {
    switch (scope.random.nextInt(5)) {
      case 0 -> listed();
      case 1 -> created();
      case 2, 3 -> alias();
      default -> refill();
    }
  }

  private void listed() {
    int columns = scope.random.nextInt(1, 4);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<String> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(expressions.tame(1));
      }
      rows.add("{" + String.join(", ", row) + "}");
    }
    declare("{" + String.join(", ", rows) + "}", Extent.of(2), Extent.of(columns));
  }

  private void created() {
    Extent rows = Extent.of(scope.random.nextInt(1, 4));
    String count = Integer.toString(rows.fixed());
    Optional<Vector> like = scope.chance(0.4) ? expressions.vector(true) : Optional.empty();
    if (like.isPresent()) {
      rows = like.get().extent();
      count = like.get().name() + ".length";
    }
    Extent columns = Extent.of(scope.random.nextInt(1, 4));
    String created = "new " + scope.type + "[" + count + "][" + columns.fixed() + "]";
    declare(created, rows, columns);
    if (scope.chance(0.7)) {
      refill();
    }
  }

  private void declare(String value, Extent rows, Extent columns) {
    String name = scope.fresh("g");
    code.line(scope.type + "[][] " + name + " = " + value + ";");
    scope.matrices.add(new Matrix(name, rows, columns, true));
  }

  /** Another name for a row, or for all. */
  private void alias() {
    if (scope.matrices.isEmpty()) {
      created();
      return;
    }
    Matrix matrix = scope.any(scope.matrices);
    if (scope.chance(0.2)) {
      String name = scope.fresh("g");
      code.line(scope.type + "[][] " + name + " = " + matrix.name() + ";");
      scope.matrices.add(new Matrix(name, matrix.rows(), matrix.columns(), matrix.isLocal()));
      return;
    }
    Optional<Vector> row = expressions.row(matrix);
    if (row.isEmpty()) {
      created();
      return;
    }
    String name = scope.fresh("row");
    code.line(scope.type + "[] " + name + " = " + row.get().name() + ";");
    scope.vectors.add(new Vector(name, row.get().extent(), matrix.isLocal()));
  }

  /** Sets or changes every element. */
  private void refill() {
    List<Matrix> targets = scope.writableMatrices();
    if (targets.isEmpty() || scope.loops > RandomLoops.MOST - 2) {
      statements.assignment();
      return;
    }
    Matrix matrix = scope.any(targets);
    String i = scope.fresh("i");
    String j = scope.fresh("j");
    code.open(String.format("for (int %1$s = 0; %1$s < %2$s.length; %1$s++)", i, matrix.name()));
    scope.withinLoop(
        () -> {
          Whole index = matrix.rows().index(i);
          scope.wholes.add(index);
          if (!scope.has(Feature.OVERWRITES)) {
            scope.matrices.remove(matrix);
          }
          if (scope.chance(0.3)) {
            statements.statements();
          }
          Vector row = matrix.row(i);
          if (scope.chance(0.4)) {
            String name = scope.fresh("row");
            code.line(scope.type + "[] " + name + " = " + row.name() + ";");
            row = new Vector(name, row.extent(), true);
          }
          refill(row, j);
        });
    code.close();
  }

  private void refill(Vector row, String j) {
    code.open(String.format("for (int %1$s = 0; %1$s < %2$s.length; %1$s++)", j, row.name()));
    scope.withinLoop(
        () -> {
          scope.wholes.add(row.extent().index(j));
          if (scope.chance(0.2)) {
            statements.jump();
          }
          String operator = scope.any(" = ", " = ", " += ");
          code.line(row.name() + "[" + j + "]" + operator + expressions.bounded(2) + ";");
        });
    code.close();
  }
}
