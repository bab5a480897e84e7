package dev.brisk.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources that the build compiles and that tests run. */
final class Sources {
  private static final Path PROGRAMS = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");

  /** Tests of the processor compile these, and train the models. */
  private static final Path MODELS =
      Page.ROOT.resolve(Path.of("processor", "src", "test", "resources"));

  private static final Path PAGES =
      Page.ROOT.resolve(Path.of("runtime", "report", "src", "test", "java"));

  private static final Path SPARK = Page.ROOT.resolve(Path.of("samples", "spark", "src"));

  /** The build runs each of these as its users would. */
  private static final Path PROJECTS = Page.ROOT.resolve(Path.of("samples", "projects"));

  private Sources() {}

  /**
   * @param path from the root of the repository
   */
  record Source(Path path, String tokens) {
    static Source read(Path file) {
      try {
        Path path =
            Page.ROOT.toAbsolutePath().normalize().relativize(file.toAbsolutePath().normalize());
        return new Source(path, Snippet.tokens(Files.readString(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String className() {
      return path.getFileName().toString().replace(".java", "");
    }
  }

  /**
   * What is compiled and run. A class of the samples is, if a test names it, or what is run does.
   */
  static List<Source> run() {
    List<Source> run = below(TESTS);
    List<Source> samples = below(PROGRAMS);
    for (int i = 0; i < run.size(); i++) { // It grows meanwhile.
      Source running = run.get(i);
      List<Source> named = samples.stream().filter(sample -> names(running, sample)).toList();
      run.addAll(named);
      samples.removeAll(named);
    }
    run.addAll(below(PAGES));
    run.addAll(below(SPARK));
    run.addAll(below(PROJECTS));
    for (String folder : List.of("models", "good", "bad")) {
      run.addAll(below(MODELS.resolve(folder)));
    }
    return run;
  }

  private static boolean names(Source running, Source sample) {
    return running.tokens().contains(" " + sample.className());
  }

  /** The build files of these projects. */
  static List<Source> builds() {
    return below(PROJECTS, "pom.xml|build\\.gradle");
  }

  static List<Source> below(Path folder) {
    return below(folder, ".*\\.java");
  }

  private static List<Source> below(Path folder, String name) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name))
          .sorted()
          .map(Source::read)
          .collect(Collectors.toCollection(ArrayList::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
