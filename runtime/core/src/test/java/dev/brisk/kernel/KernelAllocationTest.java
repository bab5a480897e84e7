package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products allocate nothing once they are compiled, for models of several shapes in turn. */
final class KernelAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int MEASURED = 500;
  private static final int MOST_ROUNDS = 400;

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void productsOfFloatsAllocateNothing(Kernel kernel) {
    Runnable wide = floats(kernel, 40, 70, 9);
    Runnable narrow = floats(kernel, 10, 33, 5);
    Runnable few = floats(kernel, 3, 5, 2);
    assertThat(allocated(inTurn(wide, narrow, few))).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void productsOfDoublesAllocateNothing(Kernel kernel) {
    Runnable wide = doubles(kernel, 40, 70, 9);
    Runnable narrow = doubles(kernel, 10, 33, 5);
    Runnable few = doubles(kernel, 3, 5, 2);
    assertThat(allocated(inTurn(wide, narrow, few))).isZero();
  }

  private static Runnable inTurn(Runnable... all) {
    return () -> {
      for (Runnable each : all) {
        each.run();
      }
    };
  }

  /** Calls every method once. */
  private static Runnable floats(Kernel kernel, int outs, int ins, int examples) {
    Random random = new Random(1);
    float[] weights = Cases.floats(random, outs * ins);
    float[] dWeights = new float[outs * ins];
    float[] bias = Cases.floats(random, outs);
    float[][] in = Cases.floats(random, examples, ins);
    float[][] out = new float[examples][outs];
    float[][] dOut = Cases.floats(random, examples, outs);
    float[][] dIn = new float[examples][ins];
    return () -> {
      kernel.affine(weights, bias, outs, ins, in, 0, out, 0, examples);
      kernel.affine(weights, null, outs, ins, in[0], out[0]);
      kernel.affineByInput(weights, outs, ins, dOut, dIn, 0, examples);
      kernel.affineByInput(weights, outs, ins, dOut[0], dIn[0]);
      kernel.affineByWeights(dOut, in, 0, examples, 0, outs, ins, dWeights, 0);
      kernel.affineByWeights(dOut[0], in[0], 0, outs, ins, dWeights, 0);
      kernel.affineByBias(dOut, examples, 0, outs, bias);
      kernel.axpy(kernel.dot(weights, dWeights, ins), in[0], dIn[0], ins);
      VectorMath.exp(in[0], dIn[0], 0, ins);
      VectorMath.sigmoid(in[0], dIn[0], 0, ins);
      VectorMath.tanh(in[0], dIn[0], 0, ins);
      VectorMath.softmax(dOut[0], out[0], 0, outs);
    };
  }

  /** Calls every method once. */
  private static Runnable doubles(Kernel kernel, int outs, int ins, int examples) {
    Random random = new Random(1);
    double[] weights = Cases.doubles(random, outs * ins);
    double[] dWeights = new double[outs * ins];
    double[] bias = Cases.doubles(random, outs);
    double[][] in = Cases.doubles(random, examples, ins);
    double[][] out = new double[examples][outs];
    double[][] dOut = Cases.doubles(random, examples, outs);
    double[][] dIn = new double[examples][ins];
    return () -> {
      kernel.affine(weights, bias, outs, ins, in, 0, out, 0, examples);
      kernel.affine(weights, null, outs, ins, in[0], out[0]);
      kernel.affineByInput(weights, outs, ins, dOut, dIn, 0, examples);
      kernel.affineByInput(weights, outs, ins, dOut[0], dIn[0]);
      kernel.affineByWeights(dOut, in, 0, examples, 0, outs, ins, dWeights, 0);
      kernel.affineByWeights(dOut[0], in[0], 0, outs, ins, dWeights, 0);
      kernel.affineByBias(dOut, examples, 0, outs, bias);
      kernel.axpy(kernel.dot(weights, dWeights, ins), in[0], dIn[0], ins);
      VectorMath.exp(in[0], dIn[0], 0, ins);
      VectorMath.sigmoid(in[0], dIn[0], 0, ins);
      VectorMath.tanh(in[0], dIn[0], 0, ins);
      VectorMath.softmax(dOut[0], out[0], 0, outs);
    };
  }

  /**
   * Bytes beyond those of an empty loop. Vectors are objects until a method is compiled, which
   * happens beside us, at its own time; and the JVM itself allocates now and then, in some round.
   */
  private static long allocated(Runnable action) {
    bytesOf(() -> {}, 10 * MEASURED);
    long idle = bytesOf(() -> {}, MEASURED);
    int round = 0;
    while (round < MOST_ROUNDS && bytesOf(action, MEASURED) > idle) {
      round++;
    }
    long acting = Long.MAX_VALUE;
    for (int again = 0; again < 3; again++) {
      acting = Math.min(acting, bytesOf(action, 3 * MEASURED));
    }
    return acting - idle;
  }

  private static long bytesOf(Runnable action, int times) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < times; i++) {
      action.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
