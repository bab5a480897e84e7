package dev.brisk.kernel.vector;

import java.lang.invoke.VarHandle;

/**
 * Ends the body of an inner loop. C2 unrolls such a loop and then loads the operands of all copies
 * of its body first; there are not enough of the 16 registers of AVX2 for that, so it spills, and
 * halves the speed. It moves no load across a fence, for which no instruction is emitted on x86.
 * Elsewhere one is, and there are more registers.
 */
final class Fence {
  private static final boolean FREE =
      "amd64".equals(System.getProperty("os.arch"))
          || "x86_64".equals(System.getProperty("os.arch"));

  private Fence() {}

  static void keepLoadsInPlace() {
    if (FREE) {
      VarHandle.loadLoadFence();
    }
  }
}
