package dev.brisk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
  private static final SortedMap<String, Tensor> SOME =
      new TreeMap<>(
          Map.of(
              "w", new Tensor(List.of(2, 3), new float[] {1, -0f, 3, Float.NaN, 5, 1e-45f}),
              "b", new Tensor(List.of(), new double[] {Math.PI}),
              "v", new Tensor(List.of(3), new double[] {1, -0.0, Double.MIN_VALUE}),
              "none", new Tensor(List.of(0, 4), new float[0])));

  @TempDir private Path folder;

  private Path write(SortedMap<String, Tensor> tensors) {
    Path file = folder.resolve("some.npz");
    NpzFile.write(file, tensors);
    return file;
  }

  @Test
  void writesAHeaderThatEndsAtAMultipleOf64AndThenTheNumbers() throws IOException {
    try (ZipFile zip = new ZipFile(write(SOME).toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly("b.npy", "none.npy", "v.npy", "w.npy");
      try (InputStream in = zip.getInputStream(zip.getEntry("w.npy"))) {
        byte[] bytes = in.readAllBytes();
        assertThat(bytes).hasSize(128 + 24).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
            .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), } ")
            .endsWith(" \n");
      }
    }
  }

  @Test
  void writesTheSameBytesInEveryTimeZone() throws IOException {
    byte[] first = Files.readAllBytes(write(SOME));
    TimeZone zone = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Files.readAllBytes(write(SOME))).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void leavesTheOlderFileWhereItCannotWrite() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("directory"));

    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> NpzFile.write(directory, SOME))
        .withMessageStartingWith("the checkpoint " + directory + " could not be written: ");
  }

  @Test
  void numpyReadsEveryBit() throws IOException, InterruptedException {
    Python.assumeThatItHas("numpy");

    String printed =
        Python.run(
            """
            import numpy, sys
            arrays = numpy.load(sys.argv[1])
            for name in arrays.files:
              a = arrays[name]
              print(name, a.dtype, a.shape, a.tobytes().hex())
            """,
            write(SOME));

    assertThat(printed.lines())
        .containsExactly(
            "b float64 () 182d4454fb210940",
            "none float32 (0, 4) ",
            "v float64 (3,) 000000000000f03f00000000000000800100000000000000",
            "w float32 (2, 3) 0000803f00000080000040400000c07f0000a04001000000");
  }

  /** A linear map and its bias; the sum in double is exact, as all numbers are small integers. */
  @Test
  void pyTorchComputesWithIt() throws IOException, InterruptedException {
    Python.assumeThatItHas("numpy", "torch");
    SplittableRandom random = new SplittableRandom(5);
    float[] weights = new float[6];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = random.nextInt(-9, 9);
    }
    SortedMap<String, Tensor> layer = new TreeMap<>();
    layer.put("weight", new Tensor(List.of(2, 3), weights));
    layer.put("bias", new Tensor(List.of(2), new float[] {1, -1}));

    String printed =
        Python.run(
            """
            import numpy, sys, torch
            arrays = numpy.load(sys.argv[1])
            layer = torch.nn.Linear(3, 2)
            layer.load_state_dict({name: torch.from_numpy(arrays[name]) for name in arrays.files})
            print(*(int(y) for y in layer(torch.tensor([1., 2., 3.]))))
            """,
            write(layer));

    int first = (int) (weights[0] + 2 * weights[1] + 3 * weights[2]) + 1;
    int second = (int) (weights[3] + 2 * weights[4] + 3 * weights[5]) - 1;
    assertThat(printed.strip()).isEqualTo(first + " " + second);
  }
}
