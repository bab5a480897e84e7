package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.kernel.Kernels;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final Line.Points POINTS = Line.points(12);

  @TempDir private Path folder;
  private Path file;

  /** What is saved in the file. */
  private final Shelf saved = trained(new Shelf(4, 3, 3));

  @BeforeEach
  void save() {
    file = folder.resolve("state.safetensors");
    saved.save(file);
  }

  private static Shelf trained(Shelf shelf) {
    shelf.fit(POINTS, Fit.epochs(3).batchSize(5).validation(POINTS));
    shelf.trainBatch(POINTS, 0, 1);
    return shelf;
  }

  /** The state of a trainer as its file, which is the same for the same state. */
  private byte[] state(GeneratedTrainer<?> trainer) throws IOException {
    Path temporary = folder.resolve("another.safetensors");
    trainer.save(temporary);
    return Files.readAllBytes(temporary);
  }

  private void assertRefused(Shelf trainer, String reason) throws IOException {
    trainer.trainBatch(POINTS, 0, 1);
    byte[] before = state(trainer);

    assertThatExceptionOfType(CheckpointException.class)
        .isThrownBy(() -> trainer.restore(file))
        .withMessageStartingWith("the checkpoint " + file + " ")
        .withMessageContaining(reason);

    assertThat(state(trainer)).isEqualTo(before);
  }

  /** Rewrites the file with another text, and a checksum that is right. */
  private void rewrite(String name, String text) {
    TensorFile content = TensorFile.read(file);
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    texts.put(name, text);
    new TensorFile(texts, content.tensors()).write(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 3", "3 1", "", "0 2", "1"})
  void bringsBackStateOfEveryForm(String rows) throws IOException {
    int[] lengths =
        Stream.of(rows.split(" ")).filter(s -> !s.isEmpty()).mapToInt(Integer::parseInt).toArray();
    Shelf one = trained(new Shelf(5, lengths));
    Shelf other = new Shelf(5, lengths);
    double[] flat = other.flat;
    one.save(file);

    other.restore(file);

    assertThat(state(other)).isEqualTo(state(one));
    assertThat(other.flat).isSameAs(flat).isEqualTo(one.flat);
    assertThat(other.rows).isDeepEqualTo(one.rows);
    assertThat(other.history()).isEqualTo(one.history()).hasSize(3);
    assertThat(other.stepCount()).isEqualTo(10);
    assertThat(other.single).isEqualTo(one.single);
  }

  @Test
  void goesOnInTheOrderOfTheSavedSeed() {
    RunPlan open = RunPlan.OPEN;
    Line one = new Line(1, open);
    Line other = new Line(2, open);
    Fit fit = Fit.epochs(2).batchSize(5).validation(POINTS);
    one.fit(POINTS, fit);
    one.save(file);
    one.seen.clear();

    other.restore(file);

    assertThat(other.fit(POINTS, fit).epochs()).isEqualTo(one.fit(POINTS, fit).epochs()).hasSize(4);
    assertThat(other.seen).isEqualTo(one.seen);
    assertThat(other.slope).isEqualTo(one.slope);
  }

  @Test
  void namesTensorsByTheirParametersAndShapes() {
    TensorFile content = TensorFile.read(file);

    assertThat(content.tensors().keySet())
        .containsExactly("flat", "flat.momentum", "rows", "scalar", "single");
    assertThat(content.tensors().values().stream().map(Tensor::shape))
        .containsExactly(List.of(2, 2), List.of(2, 2), List.of(2, 3), List.of(), List.of());
    assertThat(content.metadata())
        .containsEntry("brisk/trainer", "dev.brisk.runtime.Shelf")
        .containsEntry("configuration/optimizer", "@Optimizer(value = SGD, learningRate = (rate))")
        .containsEntry("configuration/learningRate", "0.1")
        .containsEntry("configuration/kernels", Kernels.describe())
        .containsEntry("run/step", "10")
        .containsEntry("run/seed", "0")
        .containsEntry("history/1", "3 0.1 0.6805555555555555 0.30000000000000004");
  }

  @Test
  void writesTheSameBytesForTheSameState() throws IOException {
    assertThat(state(saved)).isEqualTo(Files.readAllBytes(file));
    assertThat(state(trained(new Shelf(4, 3, 3)))).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void leavesTheOlderFileWhereItCannotWrite() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("directory"));
    Path nowhere = folder.resolve("nowhere/state.safetensors");

    for (Path target : List.of(directory, nowhere)) {
      assertThatExceptionOfType(CheckpointException.class)
          .isThrownBy(() -> saved.save(target))
          .withMessageStartingWith("the checkpoint " + target + " could not be written: ")
          .withCauseInstanceOf(IOException.class);
    }
    assertThat(state(saved)).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void refusesOtherShapesAndTellsBoth() throws IOException {
    assertRefused(
        new Shelf(6, 3, 3),
        "is of another model: flat is F64 of shape [2, 2] in it, and F64 of shape [2, 3] here");
    assertRefused(
        new Shelf(4, 3, 3, 3), "rows is F64 of shape [2, 3] in it, and F64 of shape [3, 3] here");
    assertRefused(new Shelf(4, 2, 4), "has no rows[0], which is F64 of shape [2] here");
  }

  @Test
  void refusesTensorsOfAnotherTypeAndThoseTooMany() throws IOException {
    TensorFile content = TensorFile.read(file);
    SortedMap<String, Tensor> tensors = new TreeMap<>(content.tensors());
    tensors.put("more", new Tensor(List.of(1), new float[1]));
    new TensorFile(content.metadata(), tensors).write(file);
    assertRefused(new Shelf(4, 3, 3), "it has more, F32 of shape [1], and there is none here");

    tensors.remove("more");
    tensors.put("scalar", new Tensor(List.of(), new float[1]));
    new TensorFile(content.metadata(), tensors).write(file);
    assertRefused(new Shelf(4, 3, 3), "scalar is F32 of shape [] in it, and F64 of shape [] here");
  }

  @Test
  void refusesAnotherOptimizer() throws IOException {
    assertRefused(
        new Shelf("ADAM", 4, 3, 3),
        "was written under another configuration: @Optimizer(value = SGD, learningRate = 0.1) ->"
            + " @Optimizer(value = ADAM, learningRate = 0.1). Go back to what it was");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "brisk/trainer | models.NetTrainer | is of a trainer models.NetTrainer, and this one is",
        "configuration/kernels | vector, 64 bits | another configuration: kernels 'vector, 64 bits' ->",
        "run/step | 1.5 | is malformed: run/step is '1.5', expected a whole number",
        "run/rate | much | is malformed: run/rate is 'much', expected a number",
        "history/2 | 1 2 | is malformed: history/2 is '1 2', expected figures of an epoch",
        "history/9 | 1 2 3 - | has 'history/9', which is unknown here",
        "schedule/new | 1 | has 'schedule/new', which is unknown here",
      })
  void refusesTextsOfOthers(String name, String text, String reason) throws IOException {
    rewrite(name, text);

    assertRefused(new Shelf(4, 3, 3), reason);
  }

  @Test
  void refusesAFileWithoutWhatItNeeds() throws IOException {
    TensorFile content = TensorFile.read(file);
    SortedMap<String, String> texts = new TreeMap<>(content.metadata());
    texts.remove("plateau/best");
    new TensorFile(texts, content.tensors()).write(file);

    assertRefused(new Shelf(4, 3, 3), "has no plateau/best. Nothing was restored");
  }

  @Test
  void takesTheSameKernelsChosenForAnotherReason() {
    rewrite("configuration/kernels", Kernels.chosen().describe() + " (asked for by someone)");
    Shelf other = new Shelf(4, 3, 3);

    other.restore(file);

    assertThat(other.stepCount()).isEqualTo(10);
  }

  @Test
  void refusesSeveralHundredCorruptions() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Shelf trainer = new Shelf(4, 3, 3);
    byte[] before = state(trainer);
    SplittableRandom random = new SplittableRandom(7);

    for (int i = 0; i < 600; i++) {
      byte[] corrupted = corrupted(whole, i % 6, random);
      if (Arrays.equals(corrupted, whole)) {
        continue;
      }
      Files.write(file, corrupted);
      assertThatExceptionOfType(CheckpointException.class)
          .as("corruption %d", i)
          .isThrownBy(() -> trainer.restore(file))
          .withMessageStartingWith("the checkpoint " + file + " ");
    }

    assertThat(state(trainer)).isEqualTo(before);
  }

  private static byte[] corrupted(byte[] whole, int kind, SplittableRandom random) {
    byte[] bytes = whole.clone();
    int at = random.nextInt(bytes.length);
    switch (kind) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes = Arrays.copyOf(bytes, at);
      case 2 -> {
        int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
        for (int i = at; i < end; i++) {
          bytes[i] = (byte) random.nextInt();
        }
      }
      case 3 ->
          ByteBuffer.wrap(bytes)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(random.nextLong() >> random.nextInt(64));
      case 4 -> {
        // A piece of the file in another place of it.
        int length = 8 + random.nextInt(64);
        int from = random.nextInt(bytes.length - length);
        int to = random.nextInt(bytes.length - length);
        System.arraycopy(whole, from, bytes, to, length);
      }
      default -> bytes = withAnotherDigit(bytes, random);
    }
    return bytes;
  }

  /** Changes a number somewhere in the header: a shape, an offset, a clock. */
  private static byte[] withAnotherDigit(byte[] bytes, SplittableRandom random) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int header = text.lastIndexOf('}');
    int at;
    do {
      at = 8 + random.nextInt(header - 8);
    } while (!Character.isDigit(text.charAt(at)));
    bytes[at] = (byte) ('0' + random.nextInt(10));
    return bytes;
  }
}
