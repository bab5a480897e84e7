package dev.brisk.samples;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The compiler of the JDK that runs this, with Brisk's processor, from memory to memory. */
final class MemoryCompiler {
  private MemoryCompiler() {}

  /**
   * Has the processor read classes, and tells what it says of each.
   *
   * @param texts the source of each class, by its name
   * @return of each class its errors and warnings, in the order of the classes
   * @throws IllegalStateException if there is no compiler, as in a JRE, or no processor
   */
  static Map<String, List<Diagnostic<?>>> diagnostics(Map<String, String> texts) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new IllegalStateException("there is no compiler, run this by a JDK");
    }
    ServiceLoader<Processor> processors = ServiceLoader.load(Processor.class);
    if (processors.findFirst().isEmpty()) {
      throw new IllegalStateException("brisk-processor is not on the class path");
    }
    Map<String, List<Diagnostic<?>>> said = new LinkedHashMap<>();
    List<MemoryFile> sources = new ArrayList<>();
    texts.forEach(
        (name, text) -> {
          said.put(name, new ArrayList<>());
          sources.add(new MemoryFile(name, text));
        });
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            new MemoryFiles(compiler.getStandardFileManager(null, Locale.ROOT, null)),
            each -> add(each, said),
            List.of("-proc:only"),
            null,
            sources);
    task.setProcessors(processors);
    task.call();
    return said;
  }

  private static void add(
      Diagnostic<? extends JavaFileObject> each, Map<String, List<Diagnostic<?>>> said) {
    if (each.getSource() != null) {
      String path = each.getSource().toUri().getPath();
      said.get(path.substring(1, path.indexOf('.'))).add(each);
    }
  }

  private static final class MemoryFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemoryFile(String name, String text) {
      super(URI.create("memory:///" + name + ".java"), Kind.SOURCE);
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }

  /** Keeps what is generated to itself. */
  private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    MemoryFiles(JavaFileManager others) {
      super(others);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
      return new MemoryFile(name, "");
    }
  }
}
