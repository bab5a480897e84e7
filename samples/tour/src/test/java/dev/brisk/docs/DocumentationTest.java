package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.docs.Page.Block;
import dev.brisk.docs.Sources.Source;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever Java the documentation shows stands in a source that is compiled and run by tests. */
class DocumentationTest {
  /** Formulas, math, are computed with by the processor's tests of their pages. */
  private static final Set<String> LANGUAGES =
      Set.of("groovy", "java", "math", "sh", "text", "xml");

  private static final Set<String> BUILD_FILES = Set.of("groovy", "xml");

  /** Its one block is compared with what is generated, by GeneratedCodeTest. */
  private static final Path GENERATED_CODE = Path.of("docs", "generated-code.md");

  private static final Path PROBLEMS = Path.of("docs", "problems");

  /** Where ProblemExamplesTest has what stands under a heading of a problem's page. */
  private static final Map<String, String> EXAMPLES = Map.of("Wrong", "bad", "Right", "good");

  @Test
  void everyBlockOfJavaIsCompiledAndRun() {
    List<Source> sources = Sources.run();

    List<String> failures =
        blocks()
            .filter(block -> block.language().equals("java"))
            .filter(block -> !block.page().equals(GENERATED_CODE))
            .flatMap(block -> failure(block, sourcesOf(block, sources)).stream())
            .toList();

    assertThat(failures)
        .as("blocks to be written into a test, as CONTRIBUTING.md tells, or to be mended")
        .isEmpty();
  }

  @Test
  void everyBlockOfABuildFileIsThatOfAProject() {
    List<Source> builds = Sources.builds();

    assertThat(
            blocks()
                .filter(block -> BUILD_FILES.contains(block.language()))
                .flatMap(block -> failure(block, builds).stream()))
        .as("blocks to be written into a project of samples/projects, or to be mended")
        .isEmpty();
  }

  @Test
  void everyBlockNamesItsLanguage() {
    assertThat(blocks().filter(block -> !LANGUAGES.contains(block.language())))
        .as("blocks that name none of %s", LANGUAGES)
        .isEmpty();
  }

  @Test
  void noTextIsJava() {
    assertThat(
            blocks()
                .filter(block -> block.language().equals("text"))
                .filter(block -> block.lines().stream().anyMatch(DocumentationTest::isJava)))
        .as("blocks of text that look like Java")
        .isEmpty();
  }

  private static boolean isJava(String line) {
    return line.matches(".*[;{}]\\s*(//.*)?");
  }

  private static Stream<Block> blocks() {
    return Page.all().stream().flatMap(page -> page.blocks().stream());
  }

  /** Those that the block may stand in: on the page of a problem, the example of that problem. */
  private static List<Source> sourcesOf(Block block, List<Source> all) {
    String folder = EXAMPLES.get(block.heading());
    if (folder == null || !block.page().startsWith(PROBLEMS)) {
      return all;
    }
    String name = block.page().getFileName().toString().replace(".md", ".java");
    return all.stream().filter(source -> source.path().endsWith(Path.of(folder, name))).toList();
  }

  private static Optional<String> failure(Block block, List<Source> sources) {
    var snippet = new Snippet(block.lines());
    if (sources.stream().anyMatch(source -> snippet.isIn(source.tokens()))) {
      return Optional.empty();
    }
    Source nearest =
        sources.stream()
            .max(Comparator.comparingInt(source -> snippet.linesIn(source.tokens())))
            .orElseThrow(() -> new AssertionError(block + ": no source for it"));
    int count = snippet.linesIn(nearest.tokens());
    String where =
        count == 0
            ? "no source begins as it does"
            : nearest.path() + " has " + count + " of its lines";
    return Optional.of(
        block + ": " + where + ", but not: " + snippet.lineAfter(count).orElse("").strip());
  }
}
