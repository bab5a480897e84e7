package dev.brisk.processor.read.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.read.ModelReader;
import dev.brisk.processor.read.ModelSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types and overloads as we resolve them, against javac's own attribution. */
@Tag("javac")
final class ResolverAgreesWithJavacTest {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final JavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);
  private static final Path MODELS = Path.of("src", "test", "resources", "models");

  static Stream<String> models() throws IOException {
    try (Stream<Path> files = Files.list(MODELS)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyExpressionHasTheTypeThatJavacGivesIt(String file) throws IOException {
    JavacTask task = task(Files.readString(MODELS.resolve(file)), file);
    CompilationUnitTree unit = task.parse().iterator().next();
    task.analyze();
    Trees trees = Trees.instance(task);
    TypeElement model = task.getElements().getTypeElement("models." + file.replace(".java", ""));
    Diagnostics diagnostics = new Diagnostics();
    ModelSource source =
        new ModelReader(task.getElements(), Optional.of(trees))
            .read(model, diagnostics)
            .orElseThrow(() -> new AssertionError(diagnostics.all()));

    Map<ExpressionTree, Type> found = new IdentityHashMap<>();
    new ProgramReader(task.getElements(), task.getTypes(), trees, found::put)
        .read(model, source, diagnostics);

    assertThat(diagnostics.all()).isEmpty();
    assertThat(found).isNotEmpty();
    found.forEach(
        (tree, type) ->
            assertThat(type.recordName().orElseGet(type::toString))
                .as("%s in %s", tree, file)
                .isEqualTo(javacType(trees, unit, tree).toString()));
  }

  private static TypeMirror javacType(Trees trees, CompilationUnitTree unit, ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return trees.getTypeMirror(TreePath.getPath(unit, inner));
  }

  private static JavacTask task(String text, String file) {
    JavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///models/" + file), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        };
    return (JavacTask)
        COMPILER.getTask(null, FILES, null, List.of("-proc:none"), null, List.of(source));
  }
}
