package dev.brisk.processor.trainer;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.JavaFileObject;

/** Sources of small models that a test writes itself. */
final class Source {
  private static final String HEAD =
      """
      package models;

      import dev.brisk.*;
      import dev.brisk.ops.Losses;
      import dev.brisk.ops.Ops;

      """;

  /** By their texts: many tests look at one model. */
  private static final Map<List<String>, ClassLoader> COMPILED = new ConcurrentHashMap<>();

  private Source() {}

  /** A source of package {@code models}, with Brisk's annotations at hand. */
  static JavaFileObject of(String name, String text) {
    return JavaFileObjects.forSourceString("models." + name, HEAD + text);
  }

  /** A text where {@code T} stands for the precision and {@code #} for its suffix of numbers. */
  static String inPrecision(String text, String precision) {
    return text.replaceAll("\\bT\\b", precision).replace("#", precision.substring(0, 1));
  }

  /** The classes of these sources; the same ones for the same texts. */
  static ClassLoader compiled(JavaFileObject... sources) {
    return COMPILED.computeIfAbsent(
        Arrays.stream(sources).map(Source::text).toList(),
        texts -> new GeneratedClasses(Compilations.compile(List.of(sources))));
  }

  private static String text(JavaFileObject source) {
    try {
      return source.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new {@code models.Model}, whose method is {@code loss}, with a trainer of seed 0. */
  static CompiledModel model(String text) {
    return CompiledModel.of(compiled(of("Model", text)), "models.Model", "loss");
  }
}
