package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/** Predictions that are made where the records are, when somebody asks for them. */
final class Predictions {
  /** Rows of which examples are made at once. */
  private static final int ROWS = 1024;

  private Predictions() {}

  static <T extends Trainer<E>, E extends Examples<E>, R, P> JavaRDD<P> of(
      T trainer, Crew<T> crew, JavaRDD<R> records, Prediction<T, R, P> prediction) {
    Broadcast<Serializable> parameters = parameters(trainer, records);
    return records.mapPartitions(
        own -> {
          T worker = worker(crew, parameters.value());
          return CollectionConverters.asJava(
              CollectionConverters.asScala(own).map(record -> prediction.of(worker, record)));
        });
  }

  /** The rows with another cell at their ends. */
  static <T extends Trainer<E>, E extends Examples<E>> JavaRDD<Row> added(
      T trainer, Crew<T> crew, JavaRDD<Row> rows, RowReader<E> reader, Mapping<T, E, ?> mapping) {
    Broadcast<Serializable> parameters = parameters(trainer, rows);
    return rows.mapPartitions(
        own -> {
          T worker = worker(crew, parameters.value());
          return CollectionConverters.asJava(
              CollectionConverters.asScala(own)
                  .<Row>grouped(ROWS)
                  .flatMap(
                      some ->
                          CollectionConverters.asScala(
                              added(
                                  new ArrayList<>(CollectionConverters.asJava(some)),
                                  reader,
                                  examples -> mapping.apply(worker, examples)))));
        });
  }

  private static <E extends Examples<E>> Iterator<Row> added(
      List<Row> rows, RowReader<E> reader, Function<E, ?> mapping) {
    Object predictions = mapping.apply(reader.examples(rows.stream().map(reader::read).toList()));
    if (Array.getLength(predictions) != rows.size()) {
      throw new IllegalStateException(
          "there are "
              + Array.getLength(predictions)
              + " predictions for "
              + rows.size()
              + " rows, expected an array with one for each");
    }
    List<Row> added = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      added.add(added(rows.get(i), Array.get(predictions, i)));
    }
    return added.iterator();
  }

  private static Row added(Row row, Object cell) {
    Object[] cells = new Object[row.length() + 1];
    for (int i = 0; i < row.length(); i++) {
      cells[i] = row.get(i);
    }
    cells[row.length()] = cell;
    return RowFactory.create(cells);
  }

  /** Sent once for all tasks, and let go with the RDD of the predictions. */
  private static Broadcast<Serializable> parameters(Trainer<?> trainer, JavaRDD<?> records) {
    return JavaSparkContext.fromSparkContext(records.context())
        .broadcast(Vectors.of(trainer).parameters());
  }

  private static <T extends Trainer<E>, E extends Examples<E>> T worker(
      Crew<T> crew, Serializable parameters) {
    T worker = crew.factory().create(0);
    Vectors.of(worker).setParameters(parameters);
    return worker;
  }
}
