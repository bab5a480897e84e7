package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.Python;
import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterFileTest {
  private static final Line.Points POINTS = Line.points(12);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("parameters.safetensors");
  }

  private static Shelf trained(int updates, int... rows) {
    Shelf shelf = new Shelf(4, rows);
    for (int i = 0; i < updates; i++) {
      shelf.trainBatch(POINTS, 0, 1);
    }
    return shelf;
  }

  /** As others write it: tensors in any order, without a text of Brisk's. */
  private void foreign(String header, ByteBuffer data) throws IOException {
    byte[] text = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + data.capacity()).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(text.length).put(text).put(data.rewind()).array());
  }

  private static ByteBuffer data(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void assertRefused(Shelf trainer, String reason) {
    Path before = folder.resolve("before");
    Path after = folder.resolve("after");
    trainer.save(before);

    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> trainer.restoreParameters(file))
        .withMessageStartingWith("the checkpoint " + file + " ")
        .withMessageContaining(reason);

    trainer.save(after);
    assertThat(after).hasSameBinaryContentAs(before);
  }

  @Test
  void writesParametersByTheirFieldsAndNothingElse() {
    trained(3, 3, 3).saveParameters(file);

    TensorFile content = TensorFile.read(file);
    assertThat(content.metadata()).isEmpty();
    assertThat(content.tensors().keySet()).containsExactly("flat", "rows", "scalar", "single");
    assertThat(content.tensors().values().stream().map(Tensor::described))
        .containsExactly(
            "F64 of shape [2, 2]", "F64 of shape [2, 3]", "F64 of shape []", "F32 of shape []");
  }

  @ParameterizedTest
  @CsvSource({"3 3", "3 1", "0 2", "1"})
  void setsParametersAndLeavesTheOptimizerAsItIs(String lengths) {
    int[] rows = Arrays.stream(lengths.split(" ")).mapToInt(Integer::parseInt).toArray();
    Shelf one = trained(3, rows);
    Shelf other = trained(1, rows);
    double[] flat = other.flat;
    double[] momentum = other.momentum.clone();
    one.saveParameters(file);

    other.restoreParameters(file);

    assertThat(other.flat).isSameAs(flat).isEqualTo(one.flat);
    assertThat(other.rows).isDeepEqualTo(one.rows);
    assertThat(other.scalar).isEqualTo(one.scalar);
    assertThat(other.single).isEqualTo(one.single);
    assertThat(other.momentum).isEqualTo(momentum).isNotEqualTo(one.momentum);
    assertThat(other.stepCount()).isEqualTo(1);
  }

  @Test
  void takesParametersFromAWholeCheckpointOfAnotherOptimizer() {
    Shelf one = trained(3, 2);
    one.save(file);
    Shelf other = new Shelf("ADAM", 4, 2);

    other.restoreParameters(file);

    assertThat(other.flat).isEqualTo(one.flat);
    assertThat(other.momentum).containsOnly(0);
    assertThat(other.stepCount()).isZero();
  }

  @Test
  void writesTheSameBytesForTheSameParameters() throws IOException {
    trained(3, 2, 1).saveParameters(file);
    byte[] first = Files.readAllBytes(file);

    Shelf other = new Shelf(4, 2, 1);
    other.restoreParameters(file);
    other.saveParameters(file);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  /** What NumPy has of either format goes through it, and comes back from it as a foreign file. */
  @Test
  void numpyAndPyTorchTakeEveryBitThereAndBack() throws IOException, InterruptedException {
    Python.assumeThatItHas("numpy", "torch");
    Shelf one = trained(3, 2, 1);
    Path archive = folder.resolve("parameters.npz");
    one.saveParameters(file);
    one.saveParameters(archive);
    Path back = folder.resolve("back.safetensors");

    String printed =
        Python.run(
            """
            import json, numpy, sys, torch
            data = open(sys.argv[1], 'rb').read()
            n = int.from_bytes(data[:8], 'little')
            header = json.loads(data[8:8 + n])
            del header['__metadata__']
            arrays = numpy.load(sys.argv[2])
            assert sorted(header) == sorted(arrays.files)
            places, numbers = {}, b''
            for name in reversed(arrays.files):
              t = header[name]
              begin, end = t['data_offsets']
              mine = torch.from_numpy(arrays[name])
              assert list(mine.shape) == t['shape']
              assert mine.numpy().tobytes() == data[8 + n:][begin:end]
              print(name, list(mine.shape), mine.dtype)
              places[name] = dict(t, data_offsets=[len(numbers), len(numbers) + end - begin])
              numbers += mine.numpy().tobytes()
            text = json.dumps(places).encode()
            open(sys.argv[3], 'wb').write(len(text).to_bytes(8, 'little') + text + numbers)
            """,
            file,
            archive,
            back);

    assertThat(printed.lines())
        .containsExactly(
            "single [] torch.float32",
            "scalar [] torch.float64",
            "rows[1] [1] torch.float64",
            "rows[0] [2] torch.float64",
            "flat [2, 2] torch.float64");
    Shelf other = new Shelf(4, 2, 1);
    other.restoreParameters(back);
    assertThat(other.flat).isEqualTo(one.flat);
    assertThat(other.rows).isDeepEqualTo(one.rows);
    assertThat(other.single).isEqualTo(one.single);
  }

  @Test
  void readsTensorsOfOthersInAnyOrderAndPrecision() throws IOException {
    foreign(
        """
        {'__metadata__':{'format':'pt'},
         'count':{'dtype':'I64','shape':[],'data_offsets':[0,8]},
         'single':{'dtype':'F64','shape':[],'data_offsets':[8,16]},
         'scalar':{'dtype':'F32','shape':[],'data_offsets':[34,38]},
         'flat':{'dtype':'F16','shape':[2,2],'data_offsets':[16,24]},
         'unused':{'dtype':'U8','shape':[2],'data_offsets':[24,26]},
         'rows':{'dtype':'BF16','shape':[1,4],'data_offsets':[26,34]}}
        """,
        data(38)
            .putLong(9)
            .putDouble(0.1)
            .putShort((short) 0x3c00)
            .putShort((short) 0x8001)
            .putShort((short) 0x7bff)
            .putShort((short) 0xfc00)
            .putShort((short) 0)
            .putShort((short) 0x3f80)
            .putShort((short) 0xc2f7)
            .putShort((short) 0x7fc0)
            .putShort((short) 0x0001)
            .putFloat(0.25f));
    Shelf shelf = new Shelf(4, 4);

    shelf.restoreParameters(file);

    assertThat(shelf.flat).containsExactly(1, -0x1p-24, 65504, Double.NEGATIVE_INFINITY);
    assertThat(shelf.rows[0]).containsExactly(1, -123.5, Double.NaN, 0x1p-133);
    assertThat(shelf.scalar).isEqualTo(0.25);
    assertThat(shelf.single).isEqualTo(0.1f);
  }

  @Test
  void refusesWhatIsMissingOrOfAnotherShape() {
    trained(1, 2, 2).saveParameters(file);

    assertRefused(
        trained(2, 2, 2, 2), "has rows as F64 of shape [2, 2], and it is F64 of shape [3, 2] here");
    assertRefused(
        trained(2, 2, 3), "has no rows[0], which is F64 of shape [2] here. Nothing was restored");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "I64 | 0 | has single as I64, expected floating-point numbers",
        "F64 | 1e300 | has single as F64 of shape [], of which 1.0E300 is beyond every float",
      })
  void refusesNumbersThatDoNotFit(String type, double single, String reason) throws IOException {
    foreign(
        """
        {'flat':{'dtype':'F64','shape':[2,2],'data_offsets':[0,32]},
         'rows':{'dtype':'F64','shape':[0,0],'data_offsets':[32,32]},
         'scalar':{'dtype':'F64','shape':[],'data_offsets':[32,40]},
         'single':{'dtype':'TYPE','shape':[],'data_offsets':[40,48]}}
        """
            .replace("TYPE", type),
        data(48).putDouble(40, single));

    assertRefused(trained(2), reason);
  }

  @Test
  void refusesDamagedFilesOfOthers() throws IOException {
    foreign("{'flat':{'dtype':'F64','shape':[2,2],'data_offsets':[0,32]}}", data(31));
    assertRefused(trained(2), "its tensors take 32 bytes, after its header there are 31");

    foreign("{'flat':{'dtype':'F12','shape':[2,2],'data_offsets':[0,32]}}", data(32));
    assertRefused(trained(2), "the dtype 'F12' is unknown");
  }

  @Test
  void refusesAnArchiveOfNumpy() {
    file = folder.resolve("parameters.npz");
    trained(1, 2, 2).saveParameters(file);

    assertRefused(trained(2, 2, 2), "is of NumPy's format, which is written alone");
  }

  @Test
  void refusesADamagedFileOfItsOwn() throws IOException {
    trained(1, 2, 2).saveParameters(file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertRefused(trained(2, 2, 2), "is damaged: its checksum is ");
  }
}
