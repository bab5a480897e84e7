package dev.brisk.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void takesThePlaceOfTheOlderFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "a longer text that was there");

    WholeFile.write(file, "new: \u00e9");

    assertThat(file).hasContent("new: \u00e9");
    assertNothingBut(file);
  }

  @Test
  void leavesTheOlderFileWhereWritingFailsHalfway() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");

    assertThatIOException()
        .isThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("no space left");
                    }))
        .withMessage("no space left");

    assertThat(file).hasContent("old");
    assertNothingBut(file);
  }

  @Test
  void writesInAThreadThatIsInterrupted() throws IOException {
    Path file = folder.resolve("file");

    Thread.currentThread().interrupt();
    try {
      WholeFile.write(file, "text");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }

    assertThat(file).hasContent("text");
  }

  @Test
  void refusesAFolderInPlaceOfTheFile() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    for (Path directory : new Path[] {empty, folder.getRoot()}) {
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> WholeFile.write(directory, "text"))
          .withMessage(directory + ": is a directory");
    }
    assertNothingBut(empty);
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Path file = folder.resolve("none/file");

    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> WholeFile.write(file, "text"))
        .withMessage(file + ": its folder is not there");
  }

  @Test
  void leavesTheOlderFileInAFolderThatIsReadOnly() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path file = Files.writeString(inner.resolve("file"), "old");
    inner.toFile().setWritable(false);
    try {
      assumeThat(Files.isWritable(inner)).as("root may write everywhere").isFalse();

      assertThatIOException().isThrownBy(() -> WholeFile.write(file, "new"));
      assertThat(file).hasContent("old");
    } finally {
      inner.toFile().setWritable(true);
    }
  }

  private void assertNothingBut(Path file) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
