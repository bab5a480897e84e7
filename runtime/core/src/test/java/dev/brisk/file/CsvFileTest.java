package dev.brisk.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
  @TempDir private Path folder;

  @Test
  void quotesWhatWouldBreakALine() throws IOException {
    CsvFile csv = new CsvFile();
    csv.row(List.of(1, "a,b", "say \"so\"", "two\nlines", ""));
    Path file = folder.resolve("a.csv");
    csv.write(file);
    assertThat(file).content().isEqualTo("1,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\n");
  }

  @Test
  void takesThePlaceOfAnOldFileAndLeavesNothingBeside() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "a longer text that was there before");
    CsvFile csv = new CsvFile();
    csv.row(List.of("new"));
    csv.write(file);
    assertThat(file).content().isEqualTo("new\n");
    assertThat(folder.toFile().list()).containsExactly("a.csv");
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("a.csv/full"));
    CsvFile csv = new CsvFile();
    assertThatThrownBy(() -> csv.write(taken.getParent())).isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("a.csv");
    assertThat(taken).isDirectory();
  }
}
