package dev.brisk.samples.fashion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionImagesTest {
  private static final byte[] TWO_IMAGES = Idx.images(28, 28, new int[2 * 28 * 28]);

  @TempDir private Path folder;

  @Test
  void findsFilesGzippedOrNot() throws IOException {
    write("train-images-idx3-ubyte", TWO_IMAGES);
    write("train-labels-idx1-ubyte.gz", Idx.gzipped(Idx.labels(9, 0)));

    FashionImages images = FashionImages.training(folder);

    assertThat(images.size()).isEqualTo(2);
    assertThat(images.pixels()).hasDimensions(2, 784);
    assertThat(images.garments()).containsExactly(9, 0);
  }

  @Test
  void refusesMoreLabelsThanImages() throws IOException {
    Path images = write("t10k-images-idx3-ubyte", TWO_IMAGES);
    Path labels = write("t10k-labels-idx1-ubyte", Idx.labels(9, 0, 1));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> FashionImages.test(folder))
        .withMessage(labels + ": 3 labels, expected 2, one for each image of " + images);
  }

  @Test
  void namesTheFileThatIsMissing() throws IOException {
    write("train-images-idx3-ubyte", TWO_IMAGES);

    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> FashionImages.training(folder))
        .withMessage(
            folder + ": neither train-labels-idx1-ubyte nor train-labels-idx1-ubyte.gz in it");
  }

  @Test
  void namesGarmentsInWords() {
    assertThat(Garment.names())
        .hasSize(10)
        .startsWith("t-shirt", "trouser")
        .endsWith("bag", "ankle boot");
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
