package dev.brisk.benchmarks.mllib;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
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
  static Mllib on(SparkSession session, Data data) {
    List<Row> rows =
        IntStream.range(0, data.size())
            .mapToObj(
                i ->
                    RowFactory.create(Vectors.dense(data.features()[i]), (double) data.labels()[i]))
            .toList();
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    Dataset<Row> cached =
        session
            .createDataFrame(context.parallelize(rows, context.defaultParallelism()), schema)
            .cache();
    cached.count();
    return new Mllib(cached);
  }

  /**
   * Fits a new model without regularisation, which is the default.
   *
   * @param iterations none for the defaults
   */
  LogisticRegressionModel fit(OptionalInt iterations) {
    LogisticRegression regression = new LogisticRegression();
    iterations.ifPresent(most -> regression.setMaxIter(most).setTol(0));
    return regression.fit(rows);
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
