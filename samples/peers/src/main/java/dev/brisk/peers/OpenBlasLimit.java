package dev.brisk.peers;

import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas.cblas_sger;

import dev.brisk.benchmarks.CLoops;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A limit: the products of a network and nothing else, by OpenBLAS (those of a single example are
 * products with a vector), and the loop of Adam in C. What stands between the products, activations
 * and loss, costs nothing here; nor does bringing the parts of an image into the rows of a matrix,
 * which a convolution as a product needs. The gradients of plain descent are added to the weights
 * by the product itself. The loop in C runs on one thread, and for more its time is divided by
 * them.
 */
final class OpenBlasLimit implements Contender.InJvm {
  private static final int MILLISECONDS = 500;

  @Override
  public String name() {
    return "OpenBLAS, C";
  }

  @Override
  public boolean runs(Row row) {
    return row.workload() instanceof Workload.Update
        || row.workload() instanceof Workload.Network network
            && network.classifies()
            && row.measured() != Row.Measured.PROCESS;
  }

  @Override
  public String remark(Workload workload) {
    return "limit";
  }

  @Override
  public Training training(Workload workload, Data data, int threads) throws IOException {
    if (workload instanceof Workload.Update update) {
      double each = secondsOfAdam(update.parameters(), threads);
      return new Limit(List.of(), 0, update.updates() * each);
    }
    Workload.Network network = (Workload.Network) workload;
    int batches = data.training().size() / network.batch();
    double update =
        network.descent().rule() == Descent.Rule.ADAM
            ? secondsOfAdam(network.parameters(), threads)
            : 0;
    return new Limit(products(network), batches, batches * update);
  }

  private static double secondsOfAdam(int parameters, int threads) throws IOException {
    return CLoops.compiled().nanoseconds("adam", parameters, MILLISECONDS) * 1e-9 / threads;
  }

  /** Forward through the layers and back: by the weights and, but for the first, by the inputs. */
  private static List<Product> products(Workload.Network network) {
    List<Product> forward = new ArrayList<>();
    List<Product> backward = new ArrayList<>();
    int side = Images.SIDE;
    for (Layer layer : network.layers()) {
      if (layer instanceof Layer.MaxPool pool) {
        side /= pool.size();
      } else if (layer instanceof Layer.Weighted weighted) {
        int rows = network.batch();
        if (weighted instanceof Layer.Convolution filters) {
          side -= filters.size() - 1;
          rows *= side * side;
        }
        int inputs = weighted.fanIn();
        int outputs = weighted.outputs();
        if (!forward.isEmpty()) {
          backward.add(0, new Product(CblasNoTrans, CblasNoTrans, rows, inputs, outputs));
        }
        backward.add(0, new Product(CblasTrans, CblasNoTrans, outputs, inputs, rows));
        forward.add(new Product(CblasNoTrans, CblasTrans, rows, outputs, inputs));
      }
    }
    forward.addAll(backward);
    return forward;
  }

  /** An m x n matrix of sums of k products, row-major, with matrices of its own. */
  private record Product(
      int transA, int transB, int m, int n, int k, FloatPointer a, FloatPointer b, FloatPointer c) {
    Product(int transA, int transB, int m, int n, int k) {
      this(
          transA,
          transB,
          m,
          n,
          k,
          new FloatPointer(Uniform.array(1, m * k, 1)),
          new FloatPointer(Uniform.array(2, k * n, 1)),
          new FloatPointer(new float[m * n]));
    }

    void run() {
      int rowOfA = transA == CblasNoTrans ? k : m;
      int rowOfB = transB == CblasNoTrans ? n : k;
      if (m == 1) {
        boolean columns = transB == CblasNoTrans;
        int trans = columns ? CblasTrans : CblasNoTrans;
        int rows = columns ? k : n;
        cblas_sgemv(CblasRowMajor, trans, rows, rowOfB, 1, b, rowOfB, a, 1, 0, c, 1);
      } else if (k == 1) {
        cblas_sger(CblasRowMajor, m, n, 1, a, 1, b, 1, c, n);
      } else {
        cblas_sgemm(CblasRowMajor, transA, transB, m, n, k, 1, a, rowOfA, b, rowOfB, 0, c, n);
      }
    }
  }

  private record Limit(List<Product> products, int batches, double secondsElsewhere)
      implements Training {
    @Override
    public void epoch() {
      for (int batch = 0; batch < batches; batch++) {
        products.forEach(Product::run);
      }
    }
  }
}
