package dev.brisk.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Which {@link Kernel} this JVM uses. It is chosen once, when this class is loaded:
 *
 * <ul>
 *   <li>the one in vectors, where the module {@code jdk.incubator.vector} is switched on ({@code
 *       java --add-modules jdk.incubator.vector}), the JVM compiles with C2, and the processor's
 *       preferred vectors have 256 bits or more;
 *   <li>else the scalar one, and always with {@code -Dbrisk.kernels=scalar}.
 * </ul>
 *
 * <p>Both are exact to the same bound, but sum in different orders. So a run is repeated to the
 * last bit only by the kernels that it was made with, and {@link #describe()} tells them apart.
 */
public final class Kernels {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String IN_VECTORS = "dev.brisk.kernel.vector.VectorKernel";
  private static final int LEAST_BITS = 256;

  private static final Kernel SCALAR = new ScalarKernel();
  private static final @Nullable String AGAINST_VECTORS = reasonAgainstVectors();

  // A constant to HotSpot, so that calls are bound to the implementation, and inlined.
  private static final Kernel CHOSEN = AGAINST_VECTORS == null ? inVectors() : SCALAR;

  private Kernels() {}

  /** The kernel of this JVM. */
  public static Kernel chosen() {
    return CHOSEN;
  }

  /**
   * What was chosen, and, if it is the scalar one, why. The first word is {@code vector}, followed
   * by the width on which its order of summation depends, or {@code scalar}.
   */
  public static String describe() {
    return AGAINST_VECTORS == null
        ? CHOSEN.describe()
        : CHOSEN.describe() + " (" + AGAINST_VECTORS + ")";
  }

  static Kernel scalar() {
    return SCALAR;
  }

  /** The kernel in vectors, of whatever width; only where the module is switched on. */
  static Kernel inVectors() {
    try {
      return (Kernel) Class.forName(IN_VECTORS).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(IN_VECTORS + " is not where Brisk's runtime is", e);
    }
  }

  private static @Nullable String reasonAgainstVectors() {
    if ("scalar".equals(System.getProperty("brisk.kernels"))) {
      return "asked for by -Dbrisk.kernels=scalar";
    }
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return "run java with --add-modules " + MODULE + " for faster ones";
    }
    if (!compilesWithC2()) {
      return "this JVM does not compile with C2, without which vectors are slow";
    }
    int bits = inVectors().vectorBits();
    return bits < LEAST_BITS ? "vectors here have " + bits + " bits, of at least 256" : null;
  }

  /**
   * Not so in an interpreter, with C1 alone ({@code mixed mode, emulated-client}), and under a
   * compiler of another make.
   */
  private static boolean compilesWithC2() {
    String mode = System.getProperty("java.vm.info", "");
    return System.getProperty("java.vm.name", "").contains("Server VM")
        && !System.getProperty("java.vm.version", "").contains("jvmci")
        && mode.contains("mode")
        && !mode.contains("interpreted")
        && !mode.contains("emulated-client");
  }
}
