package dev.brisk.processor.program;

import java.util.Optional;

/**
 * A type of the language.
 *
 * @param element the type of a scalar, or of an array's elements
 * @param rank 0 for a scalar, else the number of dimensions of the Java array
 * @param recordName the qualified name of a record; empty for others
 */
public record Type(Scalar element, int rank, Optional<String> recordName) {
  public static final Type BOOLEAN = of(Scalar.BOOLEAN);
  public static final Type INT = of(Scalar.INT);
  public static final Type LONG = of(Scalar.LONG);
  public static final Type FLOAT = of(Scalar.FLOAT);
  public static final Type DOUBLE = of(Scalar.DOUBLE);

  /** A scalar, or an array of them. */
  public Type(Scalar element, int rank) {
    this(element, rank, Optional.empty());
  }

  /** The type of a record. */
  public static Type ofRecord(String qualifiedName) {
    return new Type(Scalar.RECORD, 0, Optional.of(qualifiedName));
  }

  /** The scalar type. */
  public static Type of(Scalar scalar) {
    return new Type(scalar, 0);
  }

  /** The type of a one-dimensional array of the scalar. */
  public static Type arrayOf(Scalar element) {
    return new Type(element, 1);
  }

  public boolean isRecord() {
    return element == Scalar.RECORD;
  }

  public boolean isArray() {
    return rank > 0;
  }

  /** What is left of an array after so many indices: its elements, or its rows. */
  public Type at(int indices) {
    return new Type(element, rank - indices);
  }

  /** Whether values, or the elements of an array, have derivatives. */
  public boolean isFloating() {
    return element.isFloating();
  }

  /** As Java writes it. */
  @Override
  public String toString() {
    return recordName
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .orElseGet(() -> element.keyword() + "[]".repeat(rank));
  }
}
