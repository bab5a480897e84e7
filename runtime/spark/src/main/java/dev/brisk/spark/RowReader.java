package dev.brisk.spark;

import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reads rows of a dataset as what a loss takes, and makes examples of that. */
final class RowReader<E extends Examples<E>> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final ColumnReader[] columns;
  private final TrainerFactory<? extends Trainer<E>> factory;

  /**
   * @param factory of the trainer that makes the examples
   * @param unread arguments that are taken as zeros, whatever is in the dataset
   * @throws IllegalArgumentException if a column is not there, or of another type
   */
  RowReader(TrainerFactory<? extends Trainer<E>> factory, StructType schema, Set<String> unread) {
    List<ExampleColumn> arguments = factory.create(0).columns();
    List<String> names = arguments.stream().map(ExampleColumn::name).toList();
    if (!names.containsAll(unread)) {
      throw new IllegalArgumentException(
          "unread are " + unread + ", expected names among " + names);
    }
    this.columns =
        arguments.stream()
            .map(
                argument ->
                    unread.contains(argument.name())
                        ? ColumnReader.ofZeros(argument)
                        : ColumnReader.of(argument, schema))
            .toArray(ColumnReader[]::new);
    this.factory = factory;
  }

  /** The arguments of the loss of one example. */
  Object[] read(Row row) {
    Object[] arguments = new Object[columns.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = columns[i].read(row);
    }
    return arguments;
  }

  E examples(List<Object[]> rows) {
    Object[] all = new Object[columns.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = columns[i].column(rows.size());
      for (int row = 0; row < rows.size(); row++) {
        ColumnReader.set(all[i], row, rows.get(row)[i]);
      }
    }
    return factory.create(0).examplesOf(all);
  }
}
