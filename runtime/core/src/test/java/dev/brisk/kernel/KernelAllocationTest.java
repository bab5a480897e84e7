package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products allocate nothing once they are compiled, for models of several shapes in turn. */
final class KernelAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int MEASURED = 200;
  private static final int MOST_ROUNDS = 1000;

  /** A product of some shape, with its name. */
  private record Call(String name, Runnable action) {}

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void productsOfFloatsAllocateNothing(Kernel kernel) {
    List<Call> calls = new ArrayList<>();
    floats(kernel, 40, 70, 9, calls);
    floats(kernel, 10, 33, 5, calls);
    floats(kernel, 3, 5, 2, calls);
    assertThat(allocating(calls)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void productsOfDoublesAllocateNothing(Kernel kernel) {
    List<Call> calls = new ArrayList<>();
    doubles(kernel, 40, 70, 9, calls);
    doubles(kernel, 10, 33, 5, calls);
    doubles(kernel, 3, 5, 2, calls);
    assertThat(allocating(calls)).isEmpty();
  }

  private static void floats(Kernel kernel, int outs, int ins, int examples, List<Call> calls) {
    SplittableRandom random = new SplittableRandom(1);
    float[] weights = Cases.floats(random, outs * ins);
    float[] dWeights = new float[outs * ins];
    float[] bias = Cases.floats(random, outs);
    float[][] in = Cases.floats(random, examples, ins);
    float[][] out = new float[examples][outs];
    float[][] dOut = Cases.floats(random, examples, outs);
    float[][] dIn = new float[examples][ins];
    float[] x = in[0];
    float[] dX = dIn[0];
    float[] d = dOut[0];
    calls.add(
        new Call(
            "affine",
            () -> kernel.affine(weights, bias, outs, ins, in, 0, examples, out, 0, examples)));
    calls.add(new Call("affine of one", () -> kernel.affine(weights, null, outs, ins, x, out[0])));
    calls.add(
        new Call(
            "by input", () -> kernel.affineByInput(weights, outs, ins, dOut, dIn, 0, examples)));
    calls.add(new Call("by input of one", () -> kernel.affineByInput(weights, outs, ins, d, dX)));
    calls.add(
        new Call(
            "by weights",
            () -> kernel.affineByWeights(dOut, in, 0, examples, 0, outs, ins, dWeights, 0)));
    calls.add(
        new Call(
            "by weights of one", () -> kernel.affineByWeights(d, x, 0, outs, ins, dWeights, 0)));
    calls.add(new Call("by bias", () -> kernel.affineByBias(dOut, examples, 0, outs, bias)));
    calls.add(new Call("dot", () -> dX[0] = kernel.dot(weights, dWeights, ins)));
    calls.add(new Call("axpy", () -> kernel.axpy(0.5f, x, dX, ins)));
    calls.add(new Call("exp", () -> VectorMath.exp(x, dX, 0, ins)));
    calls.add(new Call("sigmoid", () -> VectorMath.sigmoid(x, dX, 0, ins)));
    calls.add(new Call("tanh", () -> VectorMath.tanh(x, dX, 0, ins)));
    calls.add(new Call("softmax", () -> VectorMath.softmax(d, out[0], 0, outs)));
  }

  private static void doubles(Kernel kernel, int outs, int ins, int examples, List<Call> calls) {
    SplittableRandom random = new SplittableRandom(1);
    double[] weights = Cases.doubles(random, outs * ins);
    double[] dWeights = new double[outs * ins];
    double[] bias = Cases.doubles(random, outs);
    double[][] in = Cases.doubles(random, examples, ins);
    double[][] out = new double[examples][outs];
    double[][] dOut = Cases.doubles(random, examples, outs);
    double[][] dIn = new double[examples][ins];
    double[] x = in[0];
    double[] dX = dIn[0];
    double[] d = dOut[0];
    calls.add(
        new Call(
            "affine",
            () -> kernel.affine(weights, bias, outs, ins, in, 0, examples, out, 0, examples)));
    calls.add(new Call("affine of one", () -> kernel.affine(weights, null, outs, ins, x, out[0])));
    calls.add(
        new Call(
            "by input", () -> kernel.affineByInput(weights, outs, ins, dOut, dIn, 0, examples)));
    calls.add(new Call("by input of one", () -> kernel.affineByInput(weights, outs, ins, d, dX)));
    calls.add(
        new Call(
            "by weights",
            () -> kernel.affineByWeights(dOut, in, 0, examples, 0, outs, ins, dWeights, 0)));
    calls.add(
        new Call(
            "by weights of one", () -> kernel.affineByWeights(d, x, 0, outs, ins, dWeights, 0)));
    calls.add(new Call("by bias", () -> kernel.affineByBias(dOut, examples, 0, outs, bias)));
    calls.add(new Call("dot", () -> dX[0] = kernel.dot(weights, dWeights, ins)));
    calls.add(new Call("axpy", () -> kernel.axpy(0.5, x, dX, ins)));
    calls.add(new Call("exp", () -> VectorMath.exp(x, dX, 0, ins)));
    calls.add(new Call("sigmoid", () -> VectorMath.sigmoid(x, dX, 0, ins)));
    calls.add(new Call("tanh", () -> VectorMath.tanh(x, dX, 0, ins)));
    calls.add(new Call("softmax", () -> VectorMath.softmax(d, out[0], 0, outs)));
  }

  /**
   * The calls, made in turn, that go on allocating, with their bytes. Vectors are objects until a
   * method is compiled, which happens beside us, at its own time; and the JVM itself allocates now
   * and then, in some round.
   */
  private static Map<String, Long> allocating(List<Call> calls) {
    Map<String, Long> least = new TreeMap<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      least = bytesOf(calls);
      if (least.isEmpty()) {
        break;
      }
    }
    for (int again = 0; again < 3; again++) {
      Map<String, Long> bytes = bytesOf(calls);
      least.keySet().retainAll(bytes.keySet());
    }
    return least;
  }

  private static Map<String, Long> bytesOf(List<Call> calls) {
    long[] bytes = new long[calls.size()];
    for (int i = 0; i < MEASURED; i++) {
      for (int c = 0; c < bytes.length; c++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        calls.get(c).action().run();
        bytes[c] += THREADS.getCurrentThreadAllocatedBytes() - before;
      }
    }
    Map<String, Long> allocating = new TreeMap<>();
    for (int c = 0; c < bytes.length; c++) {
      if (bytes[c] > 0) {
        allocating.merge(calls.get(c).name(), bytes[c], Long::sum);
      }
    }
    return allocating;
  }
}
