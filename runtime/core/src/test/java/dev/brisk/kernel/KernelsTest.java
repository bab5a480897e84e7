package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which kernels a JVM takes; those of other options are asked in a JVM of their own. */
final class KernelsTest {
  private static final String SWITCHED_ON = "--add-modules=jdk.incubator.vector";

  @Test
  void takesTheScalarOneWithoutTheModuleAndSaysHowToSwitchItOn() throws Exception {
    assertThat(described()).startsWith("scalar").contains("--add-modules jdk.incubator.vector");
  }

  @Test
  void takesTheScalarOneWhereItIsAskedFor() throws Exception {
    assertThat(described(SWITCHED_ON, "-Dbrisk.kernels=scalar"))
        .startsWith("scalar")
        .contains("-Dbrisk.kernels=scalar");
  }

  @Test
  void takesTheScalarOneWithoutC2() throws Exception {
    assertThat(described(SWITCHED_ON, "-XX:TieredStopAtLevel=1")).startsWith("scalar");
    assertThat(described(SWITCHED_ON, "-Xint")).startsWith("scalar");
  }

  @Test
  void takesVectorsOfAtLeast256Bits() throws Exception {
    int bits = Kernels.inVectors().vectorBits();
    String expected = bits >= 256 ? "vector, " + bits + " bits" : "scalar";
    assertThat(described(SWITCHED_ON)).startsWith(expected);
  }

  @Test
  void describesTheKernelThatIsTaken() {
    assertThat(Kernels.describe()).startsWith(Kernels.chosen().describe());
  }

  @Test
  void givesTheSameBitsInterpretedAndCompiled() throws Exception {
    assertThat(printed("bits", SWITCHED_ON, "-Xint")).isEqualTo(String.valueOf(bits()));
    assertThat(printed("bits", SWITCHED_ON, "-Xcomp", "-XX:TieredStopAtLevel=1"))
        .isEqualTo(String.valueOf(bits()));
  }

  /** A hash of products of all kernels, on shapes that fill neither tiles nor vectors. */
  private static int bits() {
    int hash = 0;
    SplittableRandom random = new SplittableRandom(6);
    for (Kernel kernel : List.of(Kernels.scalar(), Kernels.inVectors())) {
      for (int ins : new int[] {5, 39, 64}) {
        float[] weights = Cases.floats(random, 11 * ins);
        float[][] in = Cases.floats(random, 7, ins);
        float[][] out = new float[7][11];
        float[][] dIn = new float[7][ins];
        float[] dWeights = new float[11 * ins];
        kernel.affine(weights, null, 11, ins, in, 0, 7, out, 0, 7);
        kernel.affineByInput(weights, 11, ins, out, dIn, 0, 7);
        kernel.affineByWeights(out, in, 0, 7, 0, 11, ins, dWeights, 0);
        dWeights[0] += kernel.dot(weights, dWeights, 11 * ins);
        VectorMath.tanh(dWeights, weights, 0, 11 * ins);
        hash = 31 * hash + Arrays.deepHashCode(new Object[] {out, dIn, dWeights, weights});
      }
    }
    return hash;
  }

  /** Prints what this JVM takes, after a product; or a hash of many. */
  public static void main(String[] args) {
    if (args[0].equals("bits")) {
      System.out.println(bits());
      return;
    }
    float[] out = new float[1];
    Kernels.chosen().affine(new float[] {2, 3}, null, 1, 2, new float[] {4, 5}, out);
    System.out.println(out[0] == 23 ? Kernels.describe() : "wrong: " + out[0]);
  }

  private static String described(String... options) throws Exception {
    return printed("description", options);
  }

  private static String printed(String what, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KernelsTest.class.getName());
    command.add(what);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    return printed.strip();
  }
}
