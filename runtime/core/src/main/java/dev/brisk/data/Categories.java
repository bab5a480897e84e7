package dev.brisk.data;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The values of a column of texts, in order: the label of a category is its place in it, from 0.
 * Made once, of the examples to train on, and used for every other file, so that a label means the
 * same everywhere:
 *
 * <pre>{@code
 * Categories species = irises.categories("species"); // setosa, versicolor, virginica
 * int[] labels = irises.label("species", species);
 * int[] others = Csv.withHeader().read(newIrises).label("species", species);
 * String name = species.name(model.classify(measures));
 * }</pre>
 *
 * <p>An immutable value.
 */
public final class Categories {
  private final List<String> names;
  private final Map<String, Integer> labels;

  private Categories(List<String> names) {
    this.names = List.copyOf(names);
    this.labels = new HashMap<>();
    this.names.forEach(name -> labels.put(name, labels.size()));
    if (names.isEmpty() || labels.size() < names.size()) {
      throw new IllegalArgumentException(
          "the categories are " + names + ", expected at least 1, each once");
    }
  }

  /**
   * Categories in an order of one's own: the first is label 0.
   *
   * @throws IllegalArgumentException if there is none, or one comes twice
   */
  public static Categories of(String... names) {
    return new Categories(List.of(names));
  }

  /**
   * Categories in an order of one's own, such as {@link #names()} that were kept.
   *
   * @throws IllegalArgumentException if there is none, or one comes twice
   */
  public static Categories of(List<String> names) {
    return new Categories(names);
  }

  /** Each value once, in the order of {@link String#compareTo}. */
  static Categories sorted(Collection<String> values) {
    return new Categories(List.copyOf(new TreeSet<>(values)));
  }

  /** How many there are; labels are below it. */
  public int size() {
    return names.size();
  }

  /** All of them, by label. */
  public List<String> names() {
    return names;
  }

  /**
   * The category of a label.
   *
   * @throws IndexOutOfBoundsException unless the label is in [0, size)
   */
  public String name(int label) {
    return names.get(label);
  }

  /**
   * The label of a category.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public int label(String name) {
    int label = find(name);
    if (label < 0) {
      throw new IllegalArgumentException(
          "the category is "
              + DataException.quoted(name)
              + ", expected one of "
              + Columns.listed(names));
    }
    return label;
  }

  /** The label of a category, or -1. */
  int find(String name) {
    return labels.getOrDefault(name, -1);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Categories that && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
