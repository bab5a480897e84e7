package dev.brisk.processor.configuration;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An annotation in the making: its attributes, in the order in which they are written. */
final class RandomAnnotation {
  private final Class<? extends Annotation> type;
  private final Map<String, String> values = new LinkedHashMap<>();

  RandomAnnotation(Class<? extends Annotation> type) {
    this.type = type;
  }

  /** The attributes that it has, by their names. */
  List<Method> attributes() {
    return Arrays.stream(type.getDeclaredMethods())
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  /** The attributes that have been written. */
  List<String> written() {
    return List.copyOf(values.keySet());
  }

  /** Writes an attribute, over what was written before. */
  RandomAnnotation with(String attribute, String value) {
    values.put(attribute, value);
    return this;
  }

  /** Takes an attribute back. */
  RandomAnnotation without(String attribute) {
    values.remove(attribute);
    return this;
  }

  /** What is written for an attribute; empty if nothing is. */
  String value(String attribute) {
    return values.getOrDefault(attribute, "");
  }

  /** As it is written in a source file, in one line. */
  @Override
  public String toString() {
    String name = "@" + type.getSimpleName();
    return values.isEmpty()
        ? name
        : values.entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
