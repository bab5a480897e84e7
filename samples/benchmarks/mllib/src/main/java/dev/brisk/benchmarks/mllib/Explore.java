package dev.brisk.benchmarks.mllib;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.ml.classification.LogisticRegressionModel;

public final class Explore {
  public static void main(String[] a) throws Exception {
    Data data = switch (a[0]) {
      case "digits" -> Data.digits();
      case "fashion" -> Data.garments(Path.of("/usr/share/datasets/fashion-mnist"));
      default -> Data.logistic(200_000, 100, Double.parseDouble(a[0]), 1);
    };
    SparkSession s = SparkSession.builder().appName("x").master("local[2]").config("spark.ui.enabled","false").getOrCreate();
    System.out.println(dev.ludovic.netlib.blas.JavaBLAS.getInstance().getClass());
    try { System.out.println(dev.ludovic.netlib.blas.NativeBLAS.getInstance().getClass()); } catch (Throwable t) { System.out.println(t); }
    try (Mllib m = Mllib.on(s, data)) {
      for (int r = 0; r < Integer.parseInt(a[1]); r++) {
        for (int j = 2; j < a.length; j++) {
          int n = Integer.parseInt(a[j]);
          long t = System.nanoTime();
          LogisticRegressionModel f = m.fit(n == 0 ? java.util.OptionalInt.empty() : java.util.OptionalInt.of(n));
          double ms = (System.nanoTime() - t) / 1e6;
          System.out.printf("%d iterations (%d): %.0f ms, loss %.9f%n", n, f.summary().totalIterations(), ms, Mllib.model(f).loss(data));
        }
      }
    }
    System.exit(0);
  }
}
