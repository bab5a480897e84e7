package dev.brisk.processor.batch;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Distributes the loop over examples around the products of a routine. What was a variable of one
 * example becomes an array over the examples of a batch, if a product takes it or if it is handed
 * from one loop to the next.
 */
public final class Batching {
  /** The routine of a batch, or why there is none. */
  public sealed interface Result {}

  public record Batched(BatchRoutine routine) implements Result {}

  /**
   * The examples of a batch are computed one by one.
   *
   * @param reason half a sentence, "the loss ..."
   */
  public record Single(String reason) implements Result {}

  private final Routine routine;
  private final Variables variables;
  private final Map<Variable, Integer> lengths;
  private final List<Piece> pieces;
  private final List<Sum> sums;

  /**
   * A product that is left for the end.
   *
   * @param later what is done between its place and the end
   */
  private record Sum(Product product, List<Code> later) {
    /** Whether what it reads is not there any more at the end. */
    boolean isOverwritten() {
      return product.ofExamples().stream()
          .anyMatch(array -> later.stream().anyMatch(statement -> writes(statement, array)));
    }
  }

  private Batching(
      Routine routine,
      Variables variables,
      Map<Variable, Integer> lengths,
      List<Piece> pieces,
      List<Sum> sums) {
    this.routine = routine;
    this.variables = variables;
    this.lengths = lengths;
    this.pieces = pieces;
    this.sums = sums;
  }

  /**
   * Takes the routine to a batch.
   *
   * @param variables makes further variables of the routine
   * @param declared the lengths of parameters and arguments, as far as they are known
   */
  public static Result of(Routine routine, Variables variables, Map<Variable, Integer> declared) {
    Map<Variable, Integer> lengths = new HashMap<>(declared);
    routine.body().forEach(statement -> allocated(statement, lengths));
    List<Piece> pieces = new ArrayList<>();
    List<Sum> sums = new ArrayList<>();
    List<Code> single = new ArrayList<>();
    List<Code> body = routine.body();
    for (int i = 0; i < body.size(); i++) {
      Code statement = body.get(i);
      Optional<Product> product =
          Product.of(statement, lengths).filter(found -> isOfExamples(found, routine));
      if (product.isEmpty()) {
        single.add(statement);
      } else if (product.get().isSum()) {
        sums.add(new Sum(product.get(), body.subList(i + 1, body.size())));
      } else {
        pieces.add(new Piece(Optional.empty(), List.copyOf(single)));
        pieces.add(new Piece(product, List.of(statement)));
        single.clear();
      }
    }
    pieces.add(new Piece(Optional.empty(), List.copyOf(single)));
    pieces.removeIf(piece -> piece.statements().isEmpty());
    return new Batching(routine, variables, lengths, pieces, sums).result();
  }

  private static void allocated(Code statement, Map<Variable, Integer> lengths) {
    boolean isKnown =
        statement instanceof Code.Allocate allocate
            && allocate.lengths().size() == 1
            && allocate.lengths().get(0) instanceof Expr.Constant;
    if (isKnown) {
      Code.Allocate allocate = (Code.Allocate) statement;
      Expr.Constant length = (Expr.Constant) allocate.lengths().get(0);
      lengths.put(allocate.array(), (Integer) length.value());
    }
  }

  /** Whether the product takes and gives something of each example, and no parameter alone. */
  private static boolean isOfExamples(Product product, Routine routine) {
    return product.ofExamples().stream()
        .allMatch(
            array ->
                array.kind() == Variable.Kind.LOCAL && !routine.extras().contains(array)
                    || routine.arguments().contains(array));
  }

  private Result result() {
    if (pieces.stream().noneMatch(piece -> piece.product().isPresent())) {
      return new Single("has no product by a parameter, as affine and matrixVector are");
    }
    if (routine.sources().values().stream().anyMatch(Source.Component.class::isInstance)) {
      return new Single("takes a record apart");
    }
    if (routine.body().stream().anyMatch(Batching::keeps)) {
      return new Single("overwrites elements of an array after it has used them");
    }
    if (sums.stream().anyMatch(Sum::isOverwritten)) {
      return new Single("changes an array after a product has used it");
    }
    Map<Variable, BatchRoutine.Rows> rows = new LinkedHashMap<>();
    for (Variable crossing : crossing()) {
      Optional<BatchRoutine.Rows> row = rows(crossing);
      if (row.isEmpty()) {
        return new Single(
            "has an array `" + crossing.name() + "` whose length is not known at compile time");
      }
      rows.put(crossing, row.get());
    }
    // Examples that share no array can be computed at the same time.
    made().stream()
        .filter(array -> array.type().isArray() && !rows.containsKey(array))
        .forEach(array -> rows(array).ifPresent(row -> rows.put(array, row)));
    List<Product> products = sums.stream().map(Sum::product).toList();
    return new Batched(new Distribution(routine, variables, rows).of(pieces, products));
  }

  private static boolean keeps(Code statement) {
    return statement instanceof Code.Keep
        || Reads.inner(statement).stream().anyMatch(Batching::keeps);
  }

  private static boolean writes(Code statement, Variable array) {
    if (statement instanceof Code.Invoke invoke) {
      Expr last = invoke.arguments().get(invoke.arguments().size() - 1);
      return last instanceof Expr.Read read && read.variable().equals(array)
          || last instanceof Expr.Element row && row.array().equals(array);
    }
    return statement instanceof Code.Allocate allocate && allocate.array().equals(array)
        || Reads.written(List.of(statement)).contains(array)
        || Reads.inner(statement).stream().anyMatch(inner -> writes(inner, array));
  }

  /** The variables of one example that outlive the piece in which they are made. */
  private Set<Variable> crossing() {
    Set<Variable> crossing = new LinkedHashSet<>();
    for (Variable made : made()) {
      boolean isOfProduct =
          sums.stream().anyMatch(sum -> sum.product().ofExamples().contains(made))
              || pieces.stream()
                  .flatMap(piece -> piece.product().stream())
                  .anyMatch(product -> product.ofExamples().contains(made));
      boolean isHandedOn = pieces.stream().filter(piece -> piece.mentions(made)).count() > 1;
      if (isOfProduct || isHandedOn || made.equals(routine.result())) {
        crossing.add(made);
      }
    }
    return crossing;
  }

  /** The variables that the routine makes, outside of loops and branches. */
  private Set<Variable> made() {
    Set<Variable> made = new LinkedHashSet<>();
    for (Code statement : routine.body()) {
      if (statement instanceof Code.Declare declare) {
        made.add(declare.variable());
      } else if (statement instanceof Code.Allocate allocate) {
        made.add(allocate.array());
      }
    }
    return made;
  }

  /** The array over examples of a variable, if its rows are of a length that is known. */
  private Optional<BatchRoutine.Rows> rows(Variable variable) {
    Type type = new Type(variable.type().element(), variable.type().rank() + 1);
    Variable all = variables.local(variable.name(), type);
    if (!variable.type().isArray()) {
      return Optional.of(new BatchRoutine.Rows(all, Optional.empty()));
    }
    return Optional.ofNullable(lengths.get(variable))
        .map(width -> new BatchRoutine.Rows(all, Optional.of(width)));
  }
}
