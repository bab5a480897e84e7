package dev.brisk.samples.spark;

import dev.brisk.samples.digits.DigitImages;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/** An image, as a record of an RDD. */
record Digit(double[] pixels, int digit) implements Serializable {
  private static final DigitImages ALL = DigitImages.load();

  static List<Digit> first(int count) {
    return between(0, count);
  }

  static List<Digit> between(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> new Digit(ALL.pixels()[i], ALL.digits()[i]))
        .toList();
  }

  static double[][] doubles(List<Digit> digits) {
    return digits.stream().map(Digit::pixels).toArray(double[][]::new);
  }

  static float[][] floats(List<Digit> digits) {
    return digits.stream().map(digit -> single(digit.pixels)).toArray(float[][]::new);
  }

  private static float[] single(double[] pixels) {
    float[] rounded = new float[pixels.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) pixels[i];
    }
    return rounded;
  }

  static int[] labels(List<Digit> digits) {
    return digits.stream().mapToInt(Digit::digit).toArray();
  }
}
