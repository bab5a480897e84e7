package dev.brisk.runtime;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Texts that belong to a model, such as the scale of what it is given, and travel in its files. */
final class Attachments {
  /** Stands before their names in a file. */
  private static final String PREFIX = "attached/";

  private final SortedMap<String, SortedMap<String, String>> attached = new TreeMap<>();

  /**
   * Attaches texts, in place of those of that name.
   *
   * @throws IllegalArgumentException if the name is empty, or has a slash in it
   */
  void put(String name, Map<String, String> texts) {
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      throw new IllegalArgumentException(
          "name is '" + name + "', expected at least a letter, and no slash");
    }
    attached.put(name, Collections.unmodifiableSortedMap(new TreeMap<>(texts)));
  }

  /**
   * What is attached by that name.
   *
   * @throws IllegalArgumentException if there is nothing
   */
  SortedMap<String, String> get(String name) {
    SortedMap<String, String> texts = attached.get(name);
    if (texts == null) {
      throw new IllegalArgumentException(
          "name is '" + name + "', attached are " + attached.keySet());
    }
    return texts;
  }

  /** All of them, by their names in a file. */
  SortedMap<String, String> inFile() {
    SortedMap<String, String> all = new TreeMap<>();
    attached.forEach(
        (name, texts) -> texts.forEach((key, text) -> all.put(PREFIX + name + "/" + key, text)));
    return all;
  }

  /** Those among the texts of a file. */
  static Attachments of(Map<String, String> texts) {
    Attachments found = new Attachments();
    texts.forEach(
        (name, text) -> {
          String[] parts = name.split("/", 3);
          if (isOne(name) && parts.length == 3) {
            found.attached.computeIfAbsent(parts[1], any -> new TreeMap<>()).put(parts[2], text);
          }
        });
    return found;
  }

  /** Whether the text of that name in a file is one of them. */
  static boolean isOne(String name) {
    return name.startsWith(PREFIX);
  }

  /** Attaches what another trainer's file had. */
  void putAll(Attachments others) {
    others.attached.forEach(this::put);
  }
}
