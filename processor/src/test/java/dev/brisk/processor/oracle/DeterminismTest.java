package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.brisk.processor.BriskProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same model gives the same trainer, to the byte, whatever is compiled beside it. */
@Tag("javac")
final class DeterminismTest {
  private static final List<JavaFileObject> SOURCES =
      TestModels.all().map(TestModel::source).toList();
  private static final Compilation TOGETHER = TestModels.compilation();
  private static final Map<String, String> TRAINERS = Compilations.trainers(TOGETHER);

  @Test
  void orderOfSourcesDoesNotMatter() {
    List<JavaFileObject> reversed = new ArrayList<>(SOURCES);
    Collections.reverse(reversed);

    assertThat(TRAINERS).hasSize(SOURCES.size());
    assertThat(Compilations.trainers(Compilations.compile(reversed))).isEqualTo(TRAINERS);
  }

  @Test
  void modelCompiledAloneAgainstTheClassesOfTheOthersIsTheSame(@TempDir Path classes)
      throws IOException {
    for (JavaFileObject file : TOGETHER.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path target =
            classes.resolve(Path.of("models", Path.of(file.getName()).getFileName().toString()));
        Files.createDirectories(target.getParent());
        Files.write(target, GeneratedClasses.bytes(file));
      }
    }
    List<File> path =
        Stream.concat(
                Stream.of(classes.toFile()),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new))
            .collect(Collectors.toList());

    for (String name : List.of("Linear", "HelperMethods", "SimpleRnn", "FloatLogistic", "Swaps")) {
      TestModel model = TestModels.named(name);
      Compilation alone =
          Compiler.javac()
              .withProcessors(new BriskProcessor())
              .withClasspath(path)
              .compile(model.source());
      Map<String, String> trainer = Compilations.trainers(Compilations.succeeded(alone));
      assertThat(TRAINERS).containsAllEntriesOf(trainer);
    }
  }

  @Test
  void linesEndAsInUnixAndFitThePage() {
    TRAINERS.forEach(
        (file, text) -> {
          assertThat(text).as(file).doesNotContain("\r").doesNotContain("\t").endsWith("}\n");
          assertThat(text.lines()).as(file).allMatch(line -> line.length() <= 100);
          assertThat(text.lines()).as(file).noneMatch(line -> line.endsWith(" "));
        });
  }
}
