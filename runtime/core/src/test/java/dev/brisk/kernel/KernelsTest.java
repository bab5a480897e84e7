package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  /** Prints what this JVM takes, after a product that a class which is missing would spoil. */
  public static void main(String[] args) {
    float[] out = new float[1];
    Kernels.chosen().affine(new float[] {2, 3}, null, 1, 2, new float[] {4, 5}, out);
    System.out.println(out[0] == 23 ? Kernels.describe() : "wrong: " + out[0]);
  }

  private static String described(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(KernelsTest.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String printed = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).isZero();
    return printed.strip();
  }
}
