package dev.brisk.processor.oracle;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Loads the classes that a compilation wrote. */
public final class GeneratedClasses extends ClassLoader {
  private final Map<String, byte[]> classes = new HashMap<>();

  /** Of a compilation that succeeded. */
  public GeneratedClasses(Compilation compilation) {
    this(compilation, GeneratedClasses.class.getClassLoader(), name -> true);
  }

  /**
   * Some of a compilation that succeeded.
   *
   * @param parent has all other classes
   * @param names which there are
   */
  public GeneratedClasses(Compilation compilation, ClassLoader parent, Predicate<String> names) {
    super(parent);
    String root = "/" + StandardLocation.CLASS_OUTPUT + "/";
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        String path = file.toUri().getPath().substring(root.length());
        String name = path.replace(".class", "").replace('/', '.');
        if (names.test(name)) {
          classes.put(name, bytes(file));
        }
      }
    }
  }

  /** Writes the files of the classes, so that another process can load them. */
  public void writeTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
      Path file = folder.resolve(entry.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }

  static byte[] bytes(JavaFileObject file) {
    try (InputStream in = file.openInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
