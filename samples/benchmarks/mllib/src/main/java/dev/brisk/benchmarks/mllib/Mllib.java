package dev.brisk.benchmarks.mllib;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The logistic regression of Spark's own library, by L-BFGS. */
final class Mllib implements AutoCloseable {
  private final Dataset<Row> rows;

  private Mllib(Dataset<Row> rows) {
    this.rows = rows;
  }

  /** Brings the data into the memory of executors. */
  static Mllib on(SparkSession session, Data data, int partitions) {
    List<Row> rows =
        IntStream.range(0, data.size())
            .mapToObj(
                i -> RowFactory.create(Vectors.dense(data.features()[i]), (double) data.labels()[i]))
            .toList();
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType);
    Dataset<Row> cached = session.createDataFrame(rows, schema).repartition(partitions).cache();
    cached.count();
    return new Mllib(cached);
  }

  LogisticRegressionModel fit(int iterations) {
    return new LogisticRegression()
        .setRegParam(0)
        .setTol(1e-12)
        .setMaxIter(iterations)
        .fit(rows);
  }

  /** In the form that losses are taken of. */
  static LinearModel model(LogisticRegressionModel fitted) {
    Matrix weights = fitted.coefficientMatrix();
    double[] intercepts = fitted.interceptVector().toArray();
    double[][] byClass =
        IntStream.range(0, weights.numRows())
            .mapToObj(
                k ->
                    IntStream.range(0, weights.numCols())
                        .mapToDouble(i -> weights.apply(k, i))
                        .toArray())
            .toArray(double[][]::new);
    return intercepts.length == 1
        ? LinearModel.binary(byClass[0], intercepts[0])
        : new LinearModel(byClass, intercepts);
  }

  @Override
  public void close() {
    rows.unpersist();
  }
}
