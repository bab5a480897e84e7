package dev.brisk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorFileTest {
  private static final String METADATA =
      "'__metadata__':{'brisk/format':'1','brisk/checksum':'01234567'}";

  private static final TensorFile SOME =
      new TensorFile(
          new TreeMap<>(Map.of("of", "two \u00e9")),
          new TreeMap<>(
              Map.of(
                  "w", new Tensor(List.of(2, 3), new float[] {1, -0f, 3, 4, 5, Float.MIN_VALUE}),
                  "b", new Tensor(List.of(), new double[] {Math.PI}),
                  "none", new Tensor(List.of(0, 4), new float[0]))));

  @TempDir private Path folder;

  private Path write(TensorFile content) {
    Path file = folder.resolve("some.safetensors");
    content.write(file);
    return file;
  }

  /** A file with any header and any number of bytes after it. */
  private Path write(String header, int data) throws IOException {
    byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return write(text.length, text, data);
  }

  private Path write(long length, byte[] header, int data) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + data).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(header);
    return Files.write(folder.resolve("hostile.safetensors"), bytes.array());
  }

  private static void assertRefused(Path file, String reason) {
    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> TensorFile.read(file))
        .withMessageStartingWith("the checkpoint " + file + " ")
        .withMessageContaining(reason)
        .matches(e -> e.file().equals(file));
  }

  @Test
  void readsWhatItWrites() {
    TensorFile read = TensorFile.read(write(SOME));

    assertThat(read.metadata()).isEqualTo(SOME.metadata());
    assertThat(read.tensors().keySet()).containsExactly("b", "none", "w");
    SOME.tensors()
        .forEach(
            (name, tensor) -> {
              assertThat(read.tensors().get(name).shape()).isEqualTo(tensor.shape());
              assertThat(read.tensors().get(name).values()).isEqualTo(tensor.values());
            });
  }

  @Test
  void keepsEveryBitOfManyNumbers() {
    double[] doubles = new double[100_003];
    float[] floats = new float[100_003];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = Double.longBitsToDouble(0x7ff0_0000_0000_0001L + i * 0x9E37_79B9_7F4A_7C15L);
      floats[i] = (float) doubles[i];
    }
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    tensors.put("d", new Tensor(List.of(doubles.length), doubles));
    tensors.put("f", new Tensor(List.of(floats.length), floats));

    TensorFile read = TensorFile.read(write(new TensorFile(new TreeMap<>(), tensors)));

    double[] d = (double[]) read.tensors().get("d").values();
    float[] f = (float[]) read.tensors().get("f").values();
    assertThat(Arrays.stream(d).mapToLong(Double::doubleToRawLongBits).toArray())
        .isEqualTo(Arrays.stream(doubles).mapToLong(Double::doubleToRawLongBits).toArray());
    assertThat(f).isEqualTo(floats);
  }

  @Test
  void writesTheLayoutOfTheFormat() throws IOException {
    byte[] bytes = Files.readAllBytes(write(SOME));

    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int length = Math.toIntExact(buffer.getLong());
    assertThat(length % 8).isZero();
    assertThat(new String(bytes, 8, length, StandardCharsets.UTF_8).strip().replace('"', '\''))
        .matches(
            "\\{'__metadata__':\\{'brisk/checksum':'[0-9a-f]{8}','brisk/format':'1','of':'two \u00e9'},"
                + "'b':\\{'dtype':'F64','shape':\\[],'data_offsets':\\[0,8]},"
                + "'none':\\{'dtype':'F32','shape':\\[0,4],'data_offsets':\\[8,8]},"
                + "'w':\\{'dtype':'F32','shape':\\[2,3],'data_offsets':\\[8,32]}}");
    buffer.position(8 + length);
    assertThat(buffer.getDouble()).isEqualTo(Math.PI);
    for (float value : new float[] {1, -0f, 3, 4, 5, Float.MIN_VALUE}) {
      assertThat(buffer.getFloat()).isEqualTo(value);
    }
    assertThat(buffer.hasRemaining()).isFalse();
  }

  /** With the few lines that a reader of the format is, as safetensors itself may be missing. */
  @Test
  void numpyReadsIt() throws IOException, InterruptedException {
    Python.assumeThatItHas("numpy");

    String printed =
        Python.run(
            """
            import json, numpy, sys
            data = open(sys.argv[1], 'rb').read()
            n = int.from_bytes(data[:8], 'little')
            header = json.loads(data[8:8 + n])
            for name in ('b', 'none', 'w'):
              t = header[name]
              begin, end = t['data_offsets']
              type = {'F32': '<f4', 'F64': '<f8'}[t['dtype']]
              values = numpy.frombuffer(data[8 + n:][begin:end], type).reshape(t['shape'])
              print(name, values.shape, values.sum())
            """,
            write(SOME));

    assertThat(printed.lines())
        .containsExactly("b () 3.141592653589793", "none (0, 4) 0.0", "w (2, 3) 13.0");
  }

  @Test
  void writesTheSameBytesForTheSameContent() throws IOException {
    byte[] first = Files.readAllBytes(write(SOME));

    assertThat(Files.readAllBytes(write(TensorFile.read(write(SOME))))).isEqualTo(first);
  }

  @Test
  void refusesEveryFileThatIsCutShortOrLonger() throws IOException {
    byte[] bytes = Files.readAllBytes(write(SOME));
    Path file = folder.resolve("cut.safetensors");

    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertRefused(file, "cut short");
    }
    Files.write(file, Arrays.copyOf(bytes, bytes.length + 1));
    assertRefused(file, "its tensors take 32 bytes, after its header there are 33");
  }

  @Test
  void refusesEveryFlippedBit() throws IOException {
    byte[] bytes = Files.readAllBytes(write(SOME));
    Path file = folder.resolve("flipped.safetensors");

    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertRefused(file, "");
    }
  }

  /** None is taken for the file of someone else, which has no checksum. */
  @Test
  void refusesEveryFlippedBitWhereTensorsAreNamed() throws IOException {
    byte[] bytes = Files.readAllBytes(write(SOME));
    Path file = folder.resolve("flipped.safetensors");

    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] flipped = bytes.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertThatExceptionOfType(CheckpointException.class)
          .as("bit %d", bit)
          .isThrownBy(() -> TensorFile.read(file, Set.of("w")));
    }
  }

  @Test
  void saysThatTheChecksumIsWrong() throws IOException {
    byte[] bytes = Files.readAllBytes(write(SOME));
    bytes[bytes.length - 1] ^= 1;

    assertRefused(
        Files.write(folder.resolve("flipped.safetensors"), bytes), "is damaged: its checksum is ");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 18446744073709551615",
    "9223372036854775807, 9223372036854775807",
    "100, 100",
    "3, 3"
  })
  void refusesALengthOfTheHeaderThatIsNotThere(long length, String shown) throws IOException {
    assertRefused(
        write(length, new byte[2], 0), "its header would have " + shown + " bytes, and the file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'w':[2] 0 4 | 8 | w is a F32 of shape [2], which takes 8 bytes, but has those from 0 to 4",
        "'w':[1] 4 0 | 8 | but has those from 4 to 0",
        "'w':[1] 4 8 | 8 | w begins at byte 4 of the data, what is before it ends at 0",
        "'w':[1] 0 4 | 8 | its tensors take 4 bytes, after its header there are 8",
        "'w':[2] 0 8 | 4 | its tensors take 8 bytes, after its header there are 4",
        "'v':[2] 0 8,'w':[2] 4 12 | 12 | w begins at byte 4 of the data, what is before it ends at 8",
        "'v':[1] 0 4,'w':[1] 8 12 | 12 | w begins at byte 8 of the data, what is before it ends at 4",
        "'v':[1] 0 4,'w':[1] 0 4 | 4 | w begins at byte 0 of the data, what is before it ends at 4",
        "'w':[4294967296,4294967296] 0 0 | 0 | of more elements than a long can count",
        "'w':[9223372036854775807] 0 4 | 4 | of more elements than a long can count",
        "'w':[2147483648,0] 0 0 | 0 | too large for an array of Java",
        "'w':[1] 0 9223372036854775807 | 4 | which takes 4 bytes",
      })
  void refusesPlacesThatCannotBe(String places, int data, String reason) throws IOException {
    String tensors =
        places.replaceAll(
            "(\\[[0-9,]*]) (\\d+) (\\d+)", "{'dtype':'F32','shape':$1,'data_offsets':[$2,$3]}");

    assertRefused(write("{" + METADATA + "," + tensors + "}", data), reason);
  }

  @Test
  void refusesAHeaderThatIsNoText() throws IOException {
    assertRefused(write(2, new byte[] {'{', (byte) 0xff}, 0), "its header is not UTF-8");
    assertRefused(write("[[[[", 0), "in its header, expected '{', at character 0");
  }

  @Test
  void refusesFilesOfOthersAndOfOtherVersions() throws IOException {
    assertRefused(write("{}", 0), "is not one of Brisk: its metadata has no brisk/format");
    assertRefused(
        write("{'__metadata__':{'brisk/format':'2'}}", 0),
        "has the format 2; this version of Brisk reads format 1");
    assertRefused(
        write("{'__metadata__':{'brisk/format':'1'}}", 0), "its metadata has no brisk/checksum");
    assertRefused(write("{" + METADATA + "}", 0), ", when it was written it was 01234567");
  }

  @Test
  void refusesWhatIsNoFile() {
    assertRefused(folder, "is no regular file");
    assertRefused(folder.resolve("none"), "could not be read: java.nio.file.NoSuchFileException");
  }

  @Test
  void allocatesNoMoreThanTheFileWarrants() throws IOException {
    var thread =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    String tensor = "'w':{'dtype':'F64','shape':[250000000],'data_offsets':[0,2000000000]}";
    Path huge = write("{" + METADATA + "," + tensor + "}", 8);
    assertRefused(huge, "its tensors take 2000000000 bytes");

    long before = thread.getCurrentThreadAllocatedBytes();
    assertRefused(huge, "its tensors take 2000000000 bytes");
    assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000_000);
  }

  @Test
  void writesNoHeaderThatItWouldNotRead() throws IOException {
    Path file = write(SOME);
    byte[] before = Files.readAllBytes(file);
    TensorFile huge =
        new TensorFile(new TreeMap<>(Map.of("of", "x".repeat(16_000_000))), new TreeMap<>());

    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> huge.write(file))
        .withMessageContaining(
            "could not be written: its texts and the places of its 0 tensors take")
        .withMessageContaining("at most 16000000 can be read");
    assertThat(file).hasBinaryContent(before);
    assertRefused(
        write(16_000_001, new byte[16_000_001], 0), "its header would have 16000001 bytes");
  }

  /** A file with holes costs its maker nothing. */
  @Test
  void refusesAFileLargerThanTheMemory() throws IOException {
    long most = Runtime.getRuntime().maxMemory();
    long each = 1L << 30;
    StringBuilder header = new StringBuilder("{" + METADATA);
    long end = 0;
    for (int i = 0; end <= most; i++) {
      String place = "{'dtype':'F64','shape':[%d],'data_offsets':[%d,%d]}";
      header.append(",'t").append(i).append("':");
      header.append(place.formatted(each / Double.BYTES, end, end + each));
      end += each;
    }
    Path file = write(header + "}", 0);
    try (RandomAccessFile holes = new RandomAccessFile(file.toFile(), "rw")) {
      holes.setLength(holes.length() + end);
    }

    assertRefused(
        file, "takes " + end + " bytes of memory, and this Java may use " + most + " (-Xmx)");
  }

  @Test
  void refusesBlanksThatItDoesNotWrite() throws IOException {
    byte[] bytes = Files.readAllBytes(write(SOME));
    String text = new String(bytes, StandardCharsets.ISO_8859_1);

    Path file =
        Files.write(
            folder.resolve("blanks.safetensors"),
            text.replace("} ", "}\t").getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(file, "its header says what it said, but not as it was written");
  }

  @Test
  void refusesATensorWithoutItsNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tensor(List.of(2, 2), new double[3]))
        .withMessage("3 values are not the 4 of the shape [2, 2]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Tensor(List.of(2), new int[2]).type())
        .withMessage("values are a int[], expected float[] or double[]");
  }
}
