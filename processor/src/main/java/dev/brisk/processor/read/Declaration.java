package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import java.util.List;
import java.util.Map;

/**
 * An annotation as the user wrote it.
 *
 * @param name the simple name of the annotation, such as {@code Optimizer}
 * @param attributes every attribute by its name, in the annotation's own order, defaults included
 */
public record Declaration(String name, Place place, Map<String, Attribute> attributes) {
  /** The attribute of that name, which the annotation has. */
  public Attribute attribute(String name) {
    Attribute attribute = attributes.get(name);
    if (attribute == null) {
      throw new IllegalArgumentException("@" + this.name + " has no attribute " + name);
    }
    return attribute;
  }

  public boolean isWritten(String name) {
    return attribute(name).written();
  }

  public Place place(String name) {
    return attribute(name).place();
  }

  /** The value of a floating-point attribute. */
  public double number(String name) {
    return ((Number) attribute(name).value()).doubleValue();
  }

  /** The value of a floating-point attribute where it is written, else the other. */
  public double number(String name, double standard) {
    return isWritten(name) ? number(name) : standard;
  }

  /** The value of an {@code int} or {@code long} attribute. */
  public long whole(String name) {
    return ((Number) attribute(name).value()).longValue();
  }

  public boolean flag(String name) {
    return (Boolean) attribute(name).value();
  }

  public String text(String name) {
    return (String) attribute(name).value();
  }

  /** The name of the constant of an enum attribute. */
  public String choice(String name) {
    return (String) attribute(name).value();
  }

  /** The values of an {@code int[]} attribute. */
  public List<Integer> wholes(String name) {
    return ((List<?>) attribute(name).value()).stream().map(Integer.class::cast).toList();
  }

  /** The values of a {@code long[]} attribute. */
  public List<Long> longs(String name) {
    return ((List<?>) attribute(name).value())
        .stream().map(value -> ((Number) value).longValue()).toList();
  }
}
