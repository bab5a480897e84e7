package dev.brisk.peers;

import dev.brisk.samples.fashion.FashionImages;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Images of 28 by 28 pixels of ten classes, in four IDX files as MNIST and Fashion-MNIST come in,
 * gzipped or not. Pixels are scaled to [0, 1].
 */
final class Images {
  static final int SIDE = 28;
  static final int CLASSES = 10;
  private static final int PIXELS = SIDE * SIDE;
  private static final int BLOCK = 7;
  private static final int UNSIGNED_BYTES = 8;

  private Images() {}

  static Data in(Path folder) throws IOException {
    return new Data(examples(FashionImages.training(folder)), examples(FashionImages.test(folder)));
  }

  private static Examples examples(FashionImages images) {
    float[] targets = new float[images.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = images.garments()[i];
    }
    return new Examples(images.pixels(), targets);
  }

  /** Writes images of blocks whose brightness is that of their class, times noise. */
  static Path synthetic(Path folder, int training, int test) throws IOException {
    write(folder, "train", 31, training);
    write(folder, "t10k", 32, test);
    return folder;
  }

  private static void write(Path folder, String set, int stream, int count) throws IOException {
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * PIXELS];
    for (int row = 0; row < count; row++) {
      labels[row] = (byte) (Uniform.at(stream + 10, row) * CLASSES);
      for (int i = 0; i < PIXELS; i++) {
        int block = i / SIDE / BLOCK * SIDE + i % SIDE / BLOCK;
        float picture = Uniform.at(30, labels[row] * PIXELS + block);
        float noise = Uniform.at(stream, (long) row * PIXELS + i);
        pixels[row * PIXELS + i] = (byte) (255 * picture * noise);
      }
    }
    write(folder.resolve(set + "-images-idx3-ubyte"), pixels, count, SIDE, SIDE);
    write(folder.resolve(set + "-labels-idx1-ubyte"), labels, count);
  }

  private static void write(Path file, byte[] bytes, int... extents) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream))) {
      out.writeInt(UNSIGNED_BYTES << 8 | extents.length);
      for (int extent : extents) {
        out.writeInt(extent);
      }
      out.write(bytes);
    }
  }
}
