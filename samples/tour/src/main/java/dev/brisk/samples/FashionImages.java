package dev.brisk.samples;

import static dev.brisk.samples.FashionConvolution.SIDE;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Images of garments, and which garment each of them is.
 *
 * @param pixels the rows of an image one after the other, from 0 (background) to 1
 * @param garments ordinals of {@link Garment}
 */
record FashionImages(float[][] pixels, int[] garments) {
  /** Where Debian's package dataset-fashion-mnist puts the files. */
  static final Path INSTALLED = Path.of("/usr/share/datasets/fashion-mnist");

  /** The 60,000 images to train on. */
  static FashionImages training(Path folder) throws IOException {
    return load(folder, "train");
  }

  /** The 10,000 images to test on. */
  static FashionImages test(Path folder) throws IOException {
    return load(folder, "t10k");
  }

  private static FashionImages load(Path folder, String part) throws IOException {
    Path images = file(folder, part + "-images-idx3-ubyte");
    Path labels = file(folder, part + "-labels-idx1-ubyte");
    float[][] pixels = new IdxReader(images).images(SIDE, SIDE);
    int[] garments = new IdxReader(labels).labels(Garment.values().length);
    if (garments.length != pixels.length) {
      throw new IOException(
          String.format(
              "%s: %d labels, expected %d, one for each image of %s",
              labels, garments.length, pixels.length, images));
    }
    return new FashionImages(pixels, garments);
  }

  private static Path file(Path folder, String name) throws IOException {
    for (String ending : new String[] {"", ".gz"}) {
      Path file = folder.resolve(name + ending);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new FileNotFoundException(folder + ": neither " + name + " nor " + name + ".gz in it");
  }

  int size() {
    return garments.length;
  }
}
