package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeeLandscapeTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @Test
  void writesBothPagesAndSaysWhatIsSeen() throws IOException {
    int status =
        SeeLandscape.run(
            DigitImages.load(), 2, 5, folder, new PrintStream(out), new PrintStream(err));

    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(status).isZero();
    assertThat(folder.resolve("lesson.html"))
        .content()
        .contains("Descent on (w - 3)^2", "With rate 1.1 it diverges, and leaves the picture");
    assertThat(folder.resolve("digits.html"))
        .content()
        .contains("Loss over the plane of the path", "Loss in two random directions");
    assertThat(share("Loss over the plane of the path")).isGreaterThan(80);
    assertThat(share("Loss in two random directions")).isLessThan(20);
  }

  /** Of the path, in percent. */
  private double share(String title) {
    Pattern pattern = Pattern.compile(title + ": .* the plane holds ([0-9.e-]+) %");
    Matcher matcher = pattern.matcher(out.toString(StandardCharsets.UTF_8));
    assertThat(matcher.find()).as(title).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
