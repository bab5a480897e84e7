package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {
  private static final Path PAGES = Path.of("..", "docs", "problems");
  private static final Page INDEX = Page.of("problems/README.md");

  @ParameterizedTest
  @EnumSource(Problem.class)
  void everyProblemHasAPage(Problem problem) throws IOException {
    assertThat(page(problem))
        .startsWith("# " + problem.id() + "\n")
        .contains("\n## Wrong\n", "\n## Right\n");
  }

  @Test
  void theIndexNamesEveryProblemOnce() throws IOException {
    assertThat(INDEX.lines().stream().map(ProblemPagesTest::listed).flatMap(Optional::stream))
        .containsExactlyInAnyOrder(Problem.values());
  }

  /** What is grouped with what, and in which order, is the index's own; the rest is made. */
  @Test
  void theIndexTellsSeverityAndTheFirstSentenceOfThePage() throws IOException {
    StringBuilder index = new StringBuilder();
    for (String line : INDEX.lines()) {
      Optional<Problem> listed = listed(line);
      index.append(listed.isPresent() ? row(listed.get()) : line).append('\n');
    }

    INDEX.assertIs(index.toString());
  }

  private static Optional<Problem> listed(String line) {
    return Arrays.stream(Problem.values())
        .filter(problem -> line.startsWith("| [" + problem.id() + "]("))
        .findFirst();
  }

  private static String row(Problem problem) throws IOException {
    String id = problem.id();
    return "| [%s](%s.md) | %s | %s |"
        .formatted(
            id, id, problem.severity().name().toLowerCase(Locale.ROOT), summary(page(problem)));
  }

  /** The first sentence below the title, without its full stop. */
  private static String summary(String page) {
    String paragraph =
        page.lines()
            .skip(2)
            .takeWhile(line -> !line.isEmpty())
            .collect(Collectors.joining(" "))
            .replace("|", "\\|");
    int end = paragraph.indexOf(". ");
    return paragraph.substring(0, end < 0 ? paragraph.length() - 1 : end);
  }

  @Test
  void noPageIsLeftOfAProblemThatIsGone() throws IOException {
    List<String> ids = Arrays.stream(Problem.values()).map(Problem::id).toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(
              pages.map(page -> page.getFileName().toString()).map(name -> name.replace(".md", "")))
          .filteredOn(name -> !name.equals("README"))
          .containsExactlyInAnyOrderElementsOf(ids);
    }
  }

  private static String page(Problem problem) throws IOException {
    return Files.readString(PAGES.resolve(problem.id() + ".md"));
  }
}
