package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {
  private static final Path PAGES = Path.of("..", "docs", "problems");

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemHasAPage(Problem problem) throws IOException {
    assertThat(Files.readString(PAGES.resolve(problem.id() + ".md")))
        .startsWith("# " + problem.id() + "\n")
        .contains("\n## Wrong\n", "\n## Right\n");
  }

  @Test
  void theIndexNamesEveryProblemOnceInTheirOrder() throws IOException {
    List<String> linked =
        Files.readAllLines(PAGES.resolve("README.md")).stream()
            .filter(line -> line.startsWith("- ["))
            .map(line -> line.substring(3, line.indexOf(']')))
            .toList();

    assertThat(linked)
        .containsExactlyElementsOf(Arrays.stream(Problem.values()).map(Problem::id).toList());
  }

  @Test
  void noPageIsLeftOfAProblemThatIsGone() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(
              pages.map(page -> page.getFileName().toString()).map(name -> name.replace(".md", "")))
          .filteredOn(name -> !name.equals("README"))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(Problem.values()).map(Problem::id).toList());
    }
  }
}
