package dev.brisk.samples.digits;

import static dev.brisk.samples.digits.DigitClassifier.DIGITS;
import static dev.brisk.samples.digits.DigitClassifier.PIXELS;

import dev.brisk.data.Csv;
import dev.brisk.data.DataException;
import dev.brisk.data.Table;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Images of handwritten digits, and which digit each of them is.
 *
 * @param pixels the rows of an image one after the other, from 0 (paper) to 1 (ink)
 * @param digits 0 to 9
 */
public record DigitImages(double[][] pixels, int[] digits) {
  private static final String RESOURCE = "digits.csv.gz";
  private static final String DIGIT = "digit";
  private static final int INK = 16;

  /** The 1,797 images that come with the samples; their source is told in the file beside them. */
  public static DigitImages load() {
    InputStream resource = DigitImages.class.getResourceAsStream(RESOURCE);
    return read(Objects.requireNonNull(resource, RESOURCE), RESOURCE);
  }

  /**
   * Reads images from comma-separated text without a header: on each line 64 pixels, whole numbers
   * from 0 to 16, and the digit.
   *
   * @param name for messages
   * @throws DataException that names the place, if a cell is not what it should be
   */
  public static DigitImages read(InputStream text, String name) {
    Stream<String> pixels = IntStream.rangeClosed(1, PIXELS).mapToObj(String::valueOf);
    String[] columns = Stream.concat(pixels, Stream.of(DIGIT)).toArray(String[]::new);
    Table images = Csv.withoutHeader(columns).read(text, name);
    double[][] ink =
        Arrays.stream(images.without(DIGIT).integers(0, INK))
            .map(image -> Arrays.stream(image).mapToDouble(pixel -> pixel / (double) INK).toArray())
            .toArray(double[][]::new);
    return new DigitImages(ink, images.integer(DIGIT, 0, DIGITS - 1));
  }

  /** The images of these digits alone, in the order that they have here. */
  public DigitImages only(int... wanted) {
    int[] rows =
        IntStream.range(0, size())
            .filter(row -> IntStream.of(wanted).anyMatch(digit -> digit == digits[row]))
            .toArray();
    return new DigitImages(
        IntStream.of(rows).mapToObj(row -> pixels[row]).toArray(double[][]::new),
        IntStream.of(rows).map(row -> digits[row]).toArray());
  }

  public int size() {
    return digits.length;
  }
}
