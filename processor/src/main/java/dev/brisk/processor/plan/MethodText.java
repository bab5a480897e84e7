package dev.brisk.processor.plan;

import dev.brisk.processor.program.Scalar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of a class that stands alone, as text. {@code T} in it is the type of an array's
 * elements, {@code DTYPE} its name in a file of tensors, and {@code {java.util.List}} a class that
 * is imported.
 *
 * @param result empty for a constructor
 * @param parameters each with its type, {@code T[] x}
 * @param exception that it declares; empty for none
 */
public record MethodText(
    String documentation,
    String result,
    String name,
    List<String> parameters,
    String exception,
    String body) {
  private static final Pattern METHOD =
      Pattern.compile(
          "/\\*\\* (.*) \\*/\n(?:(\\S+) )?(\\w+)\\((.*)\\)(?: throws (\\S+))? \\{\n"
              + "((?:(?:  .*)?\n)*)}\n");

  /** The methods of a resource of a class, in order. */
  public static List<MethodText> read(Class<?> beside, String resource) {
    List<MethodText> methods = new ArrayList<>();
    Matcher method = METHOD.matcher(text(beside, resource));
    while (method.find()) {
      methods.add(
          new MethodText(
              method.group(1),
              orEmpty(method.group(2)),
              method.group(3),
              method.group(4).isEmpty() ? List.of() : List.of(method.group(4).split(", ")),
              orEmpty(method.group(5)),
              method.group(6).replaceAll("(?m)^  ", "")));
    }
    return methods;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static String text(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is a type to put in for {@code T}. */
  boolean isGeneric() {
    return parameters.stream().anyMatch(parameter -> parameter.startsWith("T"));
  }

  /** The types of its parameters. */
  List<String> types() {
    return parameters.stream()
        .map(parameter -> parameter.substring(0, parameter.indexOf(' ')))
        .toList();
  }

  /** With a type for {@code T}. */
  public MethodText of(Scalar element) {
    return new MethodText(
        documentation,
        of(element, result),
        name,
        parameters.stream().map(parameter -> of(element, parameter)).toList(),
        exception,
        of(element, body));
  }

  private static String of(Scalar element, String text) {
    String type = element.keyword();
    String capital = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    // A cast to the type that a value has is warned of.
    String cast = element == Scalar.DOUBLE ? text.replaceAll("\\((?:T|double)\\) ", "") : text;
    return cast.replaceAll("\\bT\\b", type)
        .replace("TBuffer", capital + "Buffer")
        .replace("DTYPE", element == Scalar.DOUBLE ? "F64" : "F32");
  }
}
