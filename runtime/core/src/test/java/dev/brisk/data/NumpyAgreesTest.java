package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What NumPy writes is read, and what is written NumPy reads. Skipped where it is missing. */
class NumpyAgreesTest {
  private static String python = "";

  @TempDir private Path folder;

  @BeforeAll
  static void findNumpy() throws IOException, InterruptedException {
    for (String name : List.of("python3", "/usr/bin/python3")) {
      if (run(name, "import numpy").equals(Optional.of(""))) {
        python = name;
      }
    }
    assumeThat(python).as("a Python with NumPy").isNotEmpty();
  }

  @Test
  void readsEveryTypeThatNumpyWrites() throws IOException, InterruptedException {
    Path file = folder.resolve("types.npz");
    String program =
        """
        import numpy, sys
        values = numpy.array([[0, 1, 2], [100, 127, 3]])
        types = ['b1', 'i1', 'u1', 'i2', 'u2', 'i4', 'u4', 'i8', 'u8', 'f2', 'f4', 'f8']
        arrays = {}
        for type in types:
          for order in '<>':
            for layout in 'CF':
              arrays[type + ('l' if order == '<' else 'b') + layout] = numpy.array(
                  values, dtype=order + type, order=layout)
        numpy.%s(sys.argv[1], **arrays)
        """;
    for (String save : List.of("savez", "savez_compressed")) {
      assertThat(run(python, program.formatted(save), file.toString())).contains("");

      SortedMap<String, NumericArray> arrays = NumpyFile.readAll(file);

      assertThat(arrays).hasSize(48);
      arrays.forEach(
          (name, array) ->
              assertThat(array.doubles())
                  .as(name)
                  .isDeepEqualTo(
                      name.startsWith("b1")
                          ? new double[][] {{0, 1, 1}, {1, 1, 1}}
                          : new double[][] {{0, 1, 2}, {100, 127, 3}}));
    }
  }

  @Test
  void readsEveryVersionAndManyDimensions() throws IOException, InterruptedException {
    for (int version = 1; version <= 3; version++) {
      Path file = folder.resolve("version" + version + ".npy");
      String program =
          """
          import numpy, sys
          array = numpy.arange(24, dtype='<f4').reshape(2, 3, 4).transpose(0, 2, 1)
          with open(sys.argv[1], 'wb') as file:
            numpy.lib.format.write_array(file, array, version=(%d, 0))
          print(array.reshape(2, -1)[1].tolist())
          """
              .formatted(version);

      String row = run(python, program, file.toString()).orElseThrow();

      NumericArray array = NumpyFile.read(file);
      assertThat(array.shape()).containsExactly(2, 4, 3);
      assertThat(Arrays.toString(array.doubles()[1])).isEqualTo(row.strip());
    }
  }

  @Test
  void readsEveryHalf() throws IOException, InterruptedException {
    Path file = folder.resolve("halves.npz");
    String program =
        """
        import numpy, sys
        bits = numpy.arange(65536, dtype='u2')
        halves = bits.view('f2')
        halves = halves[numpy.isfinite(halves)]
        numpy.savez(sys.argv[1], halves=halves, floats=halves.astype('f4'))
        """;
    assertThat(run(python, program, file.toString())).contains("");

    SortedMap<String, NumericArray> arrays = NumpyFile.readAll(file);

    assertThat(arrays.get("halves").flatFloats())
        .hasSize(63488)
        .isEqualTo(arrays.get("floats").flatFloats());
  }

  @Test
  void numpyReadsWhatIsWritten() throws IOException, InterruptedException {
    Path one = folder.resolve("one.npy");
    Path many = folder.resolve("many.npz");
    NumpyFile.write(one, NumericArray.of(new float[] {1, 2, 3, 4, 5, 6}, 1, 2, 3));
    NumpyFile.writeAll(
        many,
        Map.of(
            "w", NumericArray.of(new double[][] {{Math.PI}, {-1}}),
            "labels", NumericArray.of(new int[] {7, -1})));

    String printed =
        run(
                python,
                """
                import numpy, sys
                one = numpy.load(sys.argv[1])
                print(one.dtype.str, one.shape, one.tolist())
                for name, array in numpy.load(sys.argv[2]).items():
                  print(name, array.dtype.str, array.shape, array.tolist())
                """,
                one.toString(),
                many.toString())
            .orElseThrow();

    assertThat(printed.lines())
        .containsExactly(
            "<f4 (1, 2, 3) [[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]]",
            "labels <i4 (2,) [7, -1]",
            "w <f8 (2, 1) [[3.141592653589793], [-1.0]]");
  }

  /** What a program prints, if there is such a Python. */
  private static Optional<String> run(String python, String program, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(python, "-c", program);
    builder.command().addAll(List.of(arguments));
    Process process;
    try {
      process = builder.redirectErrorStream(true).start();
    } catch (IOException e) {
      return Optional.empty();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return Optional.of(out.toString(StandardCharsets.UTF_8));
  }
}
