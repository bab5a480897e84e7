package dev.brisk.docs;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Images for a {@link FashionNet}: for each of ten labels one that is drawn at random, and noise on
 * it.
 */
record Garments(float[][] pixels, int[] labels) {
  private static final float NOISE = 0.2f;

  static Garments draw(int count, long seed) {
    float[][] garments = uniform(10, new Random(7));
    Random random = new Random(seed);
    int[] labels = IntStream.range(0, count).map(i -> i % 10).toArray();
    float[][] pixels = new float[count][784];
    for (int i = 0; i < count; i++) {
      for (int pixel = 0; pixel < 784; pixel++) {
        float noise = NOISE * (float) random.nextGaussian();
        pixels[i][pixel] = garments[labels[i]][pixel] + noise;
      }
    }
    return new Garments(pixels, labels);
  }

  private static float[][] uniform(int rows, Random random) {
    float[][] values = new float[rows][784];
    for (float[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = random.nextFloat();
      }
    }
    return values;
  }

  FashionNetTrainer.Examples examples() {
    return FashionNetTrainer.examples(pixels, labels);
  }
}
