package dev.brisk.samples;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * Images of handwritten digits, and which digit each of them is.
 *
 * @param pixels the rows of an image one after the other, from 0 (paper) to 1 (ink)
 * @param digits 0 to 9
 */
record DigitImages(double[][] pixels, int[] digits) {
  private static final String RESOURCE = "digits/digits.csv.gz";

  /** The 1,797 images that come with the samples; their source is told in the file beside them. */
  static DigitImages load() throws IOException {
    try (InputStream resource = DigitImages.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new FileNotFoundException(RESOURCE + " is not on the class path");
      }
      Reader text = new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.US_ASCII);
      return new DigitImagesReader(RESOURCE).read(text);
    }
  }

  int size() {
    return digits.length;
  }
}
