package dev.brisk.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.diagnostic.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * A small source file that shows a problem, {@code resources/bad/<id>.java}, or what to write
 * instead, {@code resources/good/<id>.java}. It is compiled as {@code Model.java}.
 *
 * <p>In a bad one a comment line marks each place where the problem of that id is reported: its
 * caret stands below the column, the text after it is a part of the message.
 *
 * <pre>
 * {@literal @}Optimizer(value = Algorithm.SGD, momentum = 1)
 * //                                           ^ the momentum is 1
 * </pre>
 */
record Example(String id, List<String> lines) {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  /** A place where a problem is reported, counted from 1 as compilers do. */
  record Mark(long line, long column, String text) {}

  static Optional<Example> bad(Problem problem) {
    return read(RESOURCES.resolve("bad").resolve(problem.id() + ".java"));
  }

  static Optional<Example> good(Problem problem) {
    return read(RESOURCES.resolve("good").resolve(problem.id() + ".java"));
  }

  /** The names of all examples of a folder, {@code bad} or {@code good}. */
  static List<String> ids(String folder) {
    try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
      return files.map(Example::id).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Example> read(Path file) {
    try {
      return Files.exists(file)
          ? Optional.of(new Example(id(file), Files.readAllLines(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String id(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  /** The places that are marked, in the order of the file. */
  List<Mark> marks() {
    List<Mark> marks = new ArrayList<>();
    int marked = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.matches("// *\\^ .*")) {
        int caret = line.indexOf('^');
        marks.add(new Mark(marked, caret + 1L, line.substring(caret + 1).strip()));
      } else {
        marked = i + 1;
      }
    }
    return marks;
  }

  Compilation compile() {
    return compile(List.of(JavaFileObjects.forSourceLines("Model", lines)));
  }

  /** Compiles examples together, each in a package of its own: {@link #packageName}. */
  static Compilation compileApart(List<Example> examples) {
    return compile(examples.stream().map(Example::sourceApart).toList());
  }

  private static Compilation compile(List<JavaFileObject> sources) {
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .withOptions("-Xlint:all,-processing")
        .compile(sources);
  }

  /** On the first line, so that lines are numbered as in the file. */
  private JavaFileObject sourceApart() {
    String text = String.join("\n", lines);
    return JavaFileObjects.forSourceString(
        packageName() + ".Model", "package " + packageName() + "; " + text);
  }

  String packageName() {
    return id.replace('-', '_');
  }

  @Override
  public String toString() {
    return id;
  }
}
