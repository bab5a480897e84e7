package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/** Compiles models as strictly as Brisk compiles itself: a warning is an error. */
public final class Compilations {
  private Compilations() {}

  /** The compiler, with the processor. */
  static Compiler compiler() {
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .withOptions("-Xlint:all,-processing", "-Werror");
  }

  /** Compiles sources that have no fault. */
  public static Compilation compile(List<JavaFileObject> sources) {
    return succeeded(compiler().compile(sources));
  }

  static Compilation succeeded(Compilation compilation) {
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return compilation;
  }

  /** The texts of the generated trainers, by the names of their files. */
  public static Map<String, String> trainers(Compilation compilation) {
    Map<String, String> trainers = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      byte[] text = GeneratedClasses.bytes(file);
      trainers.put(file.getName(), new String(text, StandardCharsets.UTF_8));
    }
    return trainers;
  }
}
