package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFolderTest {
  @Test
  void isTheFirstArgumentWhichIsMade(@TempDir Path folder) throws IOException {
    Path wanted = folder.resolve("pages/of/mine");

    assertThat(PageFolder.of(new String[] {wanted.toString(), "seeds"}, "brisk-test"))
        .isEqualTo(wanted)
        .isDirectory();
  }

  @Test
  void isANewOneWithoutArguments() throws IOException {
    Path folder = PageFolder.of(new String[0], "brisk-test");

    assertThat(folder).isEmptyDirectory();
    assertThat(folder.getFileName().toString()).startsWith("brisk-test");
    Files.delete(folder);
  }
}
