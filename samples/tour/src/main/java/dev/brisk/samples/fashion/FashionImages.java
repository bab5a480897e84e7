package dev.brisk.samples.fashion;

import static dev.brisk.samples.fashion.FashionConvolution.SIDE;

import dev.brisk.data.IdxFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images of garments, and which garment each of them is.
 *
 * @param pixels the rows of an image one after the other, from 0 (background) to 1
 * @param garments ordinals of {@link Garment}
 */
public record FashionImages(float[][] pixels, int[] garments) {
  /** Where Debian's package dataset-fashion-mnist puts the files. */
  public static final Path INSTALLED = Path.of("/usr/share/datasets/fashion-mnist");

  private static final String TRAINING = "train";
  private static final String TEST = "t10k";

  /** Whether the folder has images to train on. */
  public static boolean areIn(Path folder) {
    return found(folder, images(TRAINING)).isPresent();
  }

  /** The 60,000 images to train on. */
  public static FashionImages training(Path folder) throws IOException {
    return load(folder, TRAINING);
  }

  /** The 10,000 images to test on. */
  public static FashionImages test(Path folder) throws IOException {
    return load(folder, TEST);
  }

  private static FashionImages load(Path folder, String part) throws IOException {
    Path images = file(folder, images(part));
    Path labels = file(folder, part + "-labels-idx1-ubyte");
    float[][] pixels = IdxFile.read(images).withRowsOf(SIDE, SIDE).floats(1 / 255.0);
    int[] garments = IdxFile.read(labels).labels(Garment.values().length);
    if (garments.length != pixels.length) {
      throw new IOException(
          String.format(
              "%s: %d labels, expected %d, one for each image of %s",
              labels, garments.length, pixels.length, images));
    }
    return new FashionImages(pixels, garments);
  }

  private static String images(String part) {
    return part + "-images-idx3-ubyte";
  }

  private static Path file(Path folder, String name) throws IOException {
    return found(folder, name)
        .orElseThrow(
            () ->
                new FileNotFoundException(
                    folder + ": neither " + name + " nor " + name + ".gz in it"));
  }

  private static Optional<Path> found(Path folder, String name) {
    return Stream.of(name, name + ".gz").map(folder::resolve).filter(Files::exists).findFirst();
  }

  public int size() {
    return garments.length;
  }
}
