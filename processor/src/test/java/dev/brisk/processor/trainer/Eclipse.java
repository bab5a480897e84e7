package dev.brisk.processor.trainer;

import dev.brisk.processor.BriskProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * What Eclipse's compiler makes of a model, with Brisk in it.
 *
 * @param messages of Brisk, and errors of whomever
 */
record Eclipse(boolean succeeded, List<String> messages, ClassLoader classes) {
  /** Compiles {@code models.Model} in a directory. */
  static Eclipse compiled(JavaFileObject source, Path directory) {
    JavaCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      Path file = directory.resolve("models").resolve("Model.java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source.getCharContent(false));
      List<String> options =
          List.of(
              "--release",
              "17",
              "-cp",
              System.getProperty("java.class.path"),
              "-d",
              directory.toString(),
              "-s",
              directory.toString());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              options,
              null,
              files.getJavaFileObjects(file.toFile()));
      task.setProcessors(List.of(new BriskProcessor()));
      boolean succeeded = task.call();
      URL[] urls = {directory.toUri().toURL()};
      return new Eclipse(
          succeeded,
          diagnostics.getDiagnostics().stream()
              .filter(Eclipse::matters)
              .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
              .toList(),
          new URLClassLoader(urls, Eclipse.class.getClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Eclipse has warnings of its own, such as of a serializable class without a version. */
  private static boolean matters(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getKind() == Diagnostic.Kind.ERROR
        || diagnostic.getMessage(Locale.ROOT).contains("brisk[");
  }
}
