package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Maven is told in the documentation is there: programs, modules and profiles. */
class CommandsTest {
  private static final Pattern PROGRAM = Pattern.compile("-Dsample=(\\w+)");
  private static final Pattern MODULES = Pattern.compile("\\bmvn .*-pl ([\\w/,-]+)");
  private static final Pattern PROFILES = Pattern.compile("\\bmvn .*-P([\\w,-]+)");

  /** Of the tour, and on Spark. */
  private static final List<Path> PROGRAMS =
      List.of(
          Path.of("src", "main", "java", "dev", "brisk", "samples"),
          Page.ROOT.resolve("samples/spark/src/main/java/dev/brisk/samples/spark"));

  @Test
  void everyProgramHasAMain() {
    assertThat(missing(PROGRAM, CommandsTest::isProgram)).isEmpty();
  }

  @Test
  void everyModuleHasAPom() {
    assertThat(missing(MODULES, name -> Files.exists(Page.ROOT.resolve(name).resolve("pom.xml"))))
        .isEmpty();
  }

  @Test
  void everyProfileIsInAPom() throws IOException {
    List<String> poms = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Page.ROOT, 3)) {
      for (Path pom : files.filter(file -> file.endsWith("pom.xml")).toList()) {
        poms.add(Files.readString(pom).replaceAll("\\s+", ""));
      }
    }

    assertThat(
            missing(
                PROFILES,
                name ->
                    poms.stream().anyMatch(pom -> pom.contains("<profile><id>" + name + "</id>"))))
        .isEmpty();
  }

  private static boolean isProgram(String name) {
    return PROGRAMS.stream()
        .map(folder -> folder.resolve(name + ".java"))
        .anyMatch(CommandsTest::hasMain);
  }

  private static boolean hasMain(Path file) {
    try {
      return Files.exists(file) && Files.readString(file).contains("public static void main(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names that this form finds, in commands and in sentences, and that are not there. */
  private static List<String> missing(Pattern form, Predicate<String> isThere) {
    List<String> missing = new ArrayList<>();
    for (Page page : Page.all()) {
      form.matcher(page.text())
          .results()
          .map((MatchResult found) -> found.group(1))
          .flatMap(names -> Stream.of(names.split(",")))
          .filter(isThere.negate())
          .forEach(name -> missing.add(page.path() + ": " + name));
    }
    return missing;
  }
}
