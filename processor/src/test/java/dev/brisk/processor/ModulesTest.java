package dev.brisk.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written into a named module compiles there, whichever modules that reads. */
@Tag("javac")
class ModulesTest {
  private static final String MODEL =
      """
      package demo;

      import dev.brisk.*;

      @Trainable(predictor = true)
      @Optimizer(Algorithm.SGD)
      class Model {
        @Parameter double weight;

        @Predict
        double at(double x) {
          return weight * x;
        }

        @Loss
        double loss(double x, double y) {
          return (at(x) - y) * (at(x) - y);
        }
      }
      """;

  @TempDir private Path folder;

  /**
   * What is generated in a module with those directives. compile-testing knows no modules, so javac
   * itself compiles. Brisk is on the class path of this test, which a module does not read unless
   * it is told to.
   */
  private List<String> generated(String directives) throws IOException {
    Path descriptor = folder.resolve("module-info.java");
    Files.writeString(descriptor, "module demo {\n" + directives + "\n}\n");
    Path model = Files.createDirectories(folder.resolve("demo")).resolve("Model.java");
    Files.writeString(model, MODEL);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter output = new StringWriter();
    try (var files = javac.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(folder));
      List<String> options =
          List.of("-Xlint:all,-processing", "-Werror", "--add-reads", "demo=ALL-UNNAMED");
      var task =
          javac.getTask(
              output,
              files,
              null,
              options,
              null,
              files.getJavaFileObjectsFromPaths(List.of(descriptor, model)));
      task.setProcessors(List.of(new BriskProcessor()));
      assertThat(task.call()).as(output.toString()).isTrue();
    }
    return List.of(
        Files.readString(model.resolveSibling("ModelTrainer.java")),
        Files.readString(model.resolveSibling("ModelPredictor.java")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "requires java.logging;"})
  void generatedClassesNeedNoModuleButBrisk(String directives) throws IOException {
    assertThat(generated(directives))
        .allSatisfy(text -> assertThat(text).doesNotContain("@Generated", "java.compiler"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"requires static java.compiler;", "requires java.compiler;", "requires java.se;"})
  void generatedClassesSayWhatWroteThemWhereTheAnnotationIsRead(String directives)
      throws IOException {
    assertThat(generated(directives))
        .allSatisfy(
            text ->
                assertThat(text).contains("@Generated(\"dev.brisk.processor.BriskProcessor\")"));
  }
}
