package dev.brisk.processor.batch;

import dev.brisk.processor.batch.BatchRoutine.Range;
import dev.brisk.processor.batch.BatchRoutine.Rows;
import dev.brisk.processor.batch.BatchRoutine.WeightSum;
import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.DropKey;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Rewrite;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Rebuild;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the pieces of a routine over the examples of a batch. */
final class Distribution {
  private static final String ARRAYS = "java.util.Arrays";

  private final Routine routine;
  private final Map<Variable, Rows> rows;
  private final Map<Variable, Variable> columns = new LinkedHashMap<>();
  private final Range range;
  private final Variable example;

  /**
   * @param rows the arrays over examples, by the variables of one example
   */
  Distribution(Routine routine, Variables variables, Map<Variable, Rows> rows) {
    this.routine = routine;
    this.rows = rows;
    for (Variable argument : routine.arguments()) {
      Type type = new Type(argument.type().element(), argument.type().rank() + 1);
      columns.put(argument, variables.fresh(argument.name(), type, Variable.Kind.ARGUMENT));
    }
    this.range =
        new Range(
            variables.local("from", Type.INT),
            variables.local("size", Type.INT),
            variables.local("first", Type.INT),
            variables.local("end", Type.INT));
    this.example = variables.local("example", Type.INT);
  }

  BatchRoutine of(List<Piece> pieces, List<Product> sums) {
    List<Code> body = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.product().isPresent()) {
        body.add(call(piece.product().get()));
      } else {
        each(piece.statements(), body);
      }
    }
    return new BatchRoutine(
        routine.parameters(),
        List.copyOf(columns.values()),
        routine.sources(),
        routine.extras().stream().filter(extra -> isUsed(extra, body)).toList(),
        range,
        List.copyOf(rows.values()),
        body,
        sums.stream().map(this::sum).toList(),
        rows.get(routine.result()).variable());
  }

  private static boolean isUsed(Variable variable, List<Code> body) {
    return body.stream().anyMatch(statement -> Reads.mentions(statement, variable));
  }

  /** A loop over the examples of the range; notes at its beginning stand before it. */
  private void each(List<Code> statements, List<Code> body) {
    List<Code> moved = new ArrayList<>();
    for (Code statement : statements) {
      if (moved.isEmpty() && statement instanceof Code.Note) {
        body.add(statement);
      } else {
        moved(statement).ifPresent(moved::add);
      }
    }
    if (!moved.isEmpty()) {
      body.add(
          new Code.For(example, read(range.first()), Operator.LESS, read(range.end()), 1, moved));
    }
  }

  private Code.Kernel call(Product product) {
    List<Expr> arguments = new ArrayList<>();
    arguments.add(read(product.weights()));
    boolean isOutput = product.kind() == Product.Kind.OUTPUT;
    if (isOutput) {
      product.bias().ifPresent(bias -> arguments.add(read(bias)));
    }
    arguments.add(whole(product.outputs()));
    arguments.add(whole(product.inputs()));
    if (isOutput) {
      arguments.add(read(over(product.input())));
      arguments.add(columns.containsKey(product.input()) ? read(range.from()) : whole(0));
      arguments.add(read(range.size()));
      arguments.add(read(over(product.output())));
    } else {
      arguments.add(read(over(product.upstream())));
      arguments.add(read(over(product.sum())));
    }
    arguments.add(read(range.first()));
    arguments.add(read(range.end()));
    String method = isOutput ? product.bias().isPresent() ? "affine" : "product" : "affineByInput";
    return new Code.Kernel(method, arguments);
  }

  private WeightSum sum(Product product) {
    boolean isOfBias = product.kind() == Product.Kind.BY_BIAS;
    return new WeightSum(
        over(product.upstream()),
        product.outputs(),
        isOfBias ? Optional.empty() : Optional.of(over(product.input())),
        isOfBias ? 1 : product.inputs(),
        product.sum());
  }

  /** The array over examples of a variable of one. */
  private Variable over(Variable variable) {
    return columns.containsKey(variable) ? columns.get(variable) : rows.get(variable).variable();
  }

  private boolean isOver(Variable variable) {
    return columns.containsKey(variable) || rows.containsKey(variable);
  }

  /** What belongs to the example in the array over all. */
  private List<Expr> place(Variable variable) {
    Expr place = read(example);
    return List.of(
        columns.containsKey(variable)
            ? new Expr.Binary(Operator.ADD, read(range.from()), place, Place.NOWHERE)
            : place);
  }

  private List<Expr> place(Variable variable, List<Expr> indices) {
    List<Expr> all = new ArrayList<>(place(variable));
    indices.forEach(index -> all.add(moved(index)));
    return all;
  }

  private Expr moved(Expr expr) {
    boolean isKey =
        expr instanceof Expr.Read read
            && read.type().equals(Type.LONG)
            && routine.extras().contains(read.variable());
    if (isKey) {
      return DropKey.with(expr, read(example));
    }
    if (expr instanceof Expr.Read read && isOver(read.variable())) {
      return new Expr.Element(over(read.variable()), place(read.variable()), read.place());
    } else if (expr instanceof Expr.Element element && isOver(element.array())) {
      return new Expr.Element(
          over(element.array()), place(element.array(), element.indices()), element.place());
    } else if (expr instanceof Expr.Length length && isOver(length.array())) {
      return new Expr.Length(
          over(length.array()), place(length.array(), length.indices()), length.place());
    }
    return Rebuild.of(expr, this::moved);
  }

  /** The statement for one example of a batch; nothing where there is nothing left to do. */
  private Optional<Code> moved(Code statement) {
    if (statement instanceof Code.Declare declare && rows.containsKey(declare.variable())) {
      return declare.value().map(value -> put(declare.variable(), value));
    } else if (statement instanceof Code.Allocate allocate && rows.containsKey(allocate.array())) {
      return allocate.isZeroed() ? Optional.of(cleared(allocate.array())) : Optional.empty();
    }
    List<Code> moved =
        Rewrite.statements(Rewrite.expressions(List.of(statement), this::moved), this::withTarget);
    return Optional.of(moved.get(0));
  }

  private Code put(Variable variable, Expr value) {
    return new Code.Put(over(variable), place(variable), moved(value));
  }

  private Code cleared(Variable array) {
    Expr row = new Expr.Element(over(array), place(array), Place.NOWHERE);
    return new Code.Invoke(ARRAYS, "fill", List.of(row, whole(0)));
  }

  /** The statement with another target; its expressions are those of the batch already. */
  private Code withTarget(Code statement) {
    if (statement instanceof Code.Assign assign && rows.containsKey(assign.variable())) {
      return new Code.Put(over(assign.variable()), place(assign.variable()), assign.value());
    } else if (statement instanceof Code.Add add && rows.containsKey(add.variable())) {
      return new Code.PutAdd(over(add.variable()), place(add.variable()), add.value());
    } else if (statement instanceof Code.Put put && rows.containsKey(put.array())) {
      return new Code.Put(over(put.array()), withPlace(put.array(), put.indices()), put.value());
    } else if (statement instanceof Code.PutAdd put && rows.containsKey(put.array())) {
      return new Code.PutAdd(over(put.array()), withPlace(put.array(), put.indices()), put.value());
    }
    return statement;
  }

  private List<Expr> withPlace(Variable array, List<Expr> indices) {
    List<Expr> all = new ArrayList<>(place(array));
    all.addAll(indices);
    return all;
  }

  private static Expr read(Variable variable) {
    return new Expr.Read(variable, Place.NOWHERE);
  }

  private static Expr whole(int value) {
    return new Expr.Constant(value, Type.INT, Place.NOWHERE);
  }
}
