package dev.brisk.processor.oracle;

import dev.brisk.processor.oracle.RandomFunction.Kind;
import dev.brisk.processor.oracle.RandomFunction.Result;
import dev.brisk.processor.oracle.RandomRecord.Value;
import dev.brisk.processor.oracle.RandomScope.Matrix;
import dev.brisk.processor.oracle.RandomScope.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes calls of the program's own methods. */
final class RandomCalls {
  private final RandomScope scope;
  private final RandomExpressions numbers;

  RandomCalls(RandomScope scope, RandomExpressions numbers) {
    this.scope = scope;
    this.numbers = numbers;
  }

  /** A call of a method with that result, if there is one for which there are arguments. */
  Optional<String> any(Result result, int depth) {
    List<RandomFunction> fitting =
        scope.functions.stream().filter(function -> function.result() == result).toList();
    return fitting.isEmpty() ? Optional.empty() : call(scope.any(fitting), depth);
  }

  private Optional<String> call(RandomFunction function, int depth) {
    List<String> arguments = new ArrayList<>();
    for (Kind kind : function.parameters()) {
      Optional<String> argument = argument(kind, depth - 1);
      if (argument.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(argument.get());
    }
    return Optional.of(function.name() + "(" + String.join(", ", arguments) + ")");
  }

  private Optional<String> argument(Kind kind, int depth) {
    return switch (kind) {
      case NUMBER -> Optional.of(scope.loops > 0 ? numbers.bounded(depth) : numbers.number(depth));
      case WHOLE -> Optional.of(numbers.wholes().whole());
      case TRUTH -> Optional.of(numbers.wholes().truth(0));
      case LONG -> Optional.of(numbers.wholes().big());
      case VECTOR -> numbers.readable(false).map(Vector::name);
      case WRITTEN -> written();
      case ROWS -> rows(scope.matrices);
      case WRITTEN_ROWS -> rows(scope.writableMatrices());
      case KEYS ->
          any(scope.wholeVectors.stream().filter(RandomCalls::hasElements).toList())
              .map(Vector::name);
      case POINT -> record(RandomRecord.POINT);
      case SERIES -> record(RandomRecord.SERIES);
    };
  }

  private Optional<String> written() {
    if (scope.chance(0.3)) {
      Optional<String> row =
          any(scope.writableMatrices())
              .flatMap(numbers::row)
              .filter(RandomCalls::hasElements)
              .map(Vector::name);
      if (row.isPresent()) {
        return row;
      }
    }
    List<Vector> fitting =
        scope.writableVectors().stream().filter(RandomCalls::hasElements).toList();
    return any(fitting).map(Vector::name);
  }

  private static boolean hasElements(Vector vector) {
    return !vector.extent().mayBeNone();
  }

  private Optional<String> rows(List<Matrix> matrices) {
    List<Matrix> fitting =
        matrices.stream()
            .filter(matrix -> !matrix.isRagged())
            .filter(matrix -> !matrix.rows().mayBeNone() && !matrix.columns().mayBeNone())
            .toList();
    return any(fitting).map(Matrix::name);
  }

  private Optional<String> record(RandomRecord type) {
    return any(scope.records.stream().filter(value -> value.type() == type).toList())
        .map(Value::name);
  }

  private <T> Optional<T> any(List<T> items) {
    return items.isEmpty() ? Optional.empty() : Optional.of(scope.any(items));
  }
}
