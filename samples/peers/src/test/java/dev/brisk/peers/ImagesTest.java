package dev.brisk.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.data.DataException;
import dev.brisk.samples.fashion.FashionImages;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesTest {
  private static final String TRAINING = "train-images-idx3-ubyte";

  @TempDir Path folder;

  @Test
  void readsWhatWasWritten() throws IOException {
    Images.synthetic(folder, 30, 20);

    Data data = Images.in(folder);

    assertThat(data.training().size()).isEqualTo(30);
    assertThat(data.test().size()).isEqualTo(20);
    assertThat(data.training().inputs()[7]).hasSize(784);
    assertThat(data.training().classes()).contains(0, 9).doesNotContain(-1, 10);
  }

  @Test
  void readsZippedFilesToo() throws IOException {
    Images.synthetic(folder, 30, 20);
    float[][] plain = Images.in(folder).training().inputs();
    Path file = folder.resolve(TRAINING);
    try (OutputStream zipped =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve(TRAINING + ".gz")))) {
      Files.copy(file, zipped);
    }
    Files.delete(file);

    assertThat(FashionImages.areIn(folder)).isTrue();
    assertThat(Images.in(folder).training().inputs()).isDeepEqualTo(plain);
  }

  @Test
  void refusesFileThatEndsEarly() throws IOException {
    Images.synthetic(folder, 30, 20);
    Path file = folder.resolve(TRAINING);
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 1_000));

    assertThatThrownBy(() -> Images.in(folder))
        .isInstanceOf(DataException.class)
        .hasMessageContaining(TRAINING);
  }
}
