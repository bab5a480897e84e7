package dev.brisk.processor.program;

/**
 * A type of the language.
 *
 * @param element the type of a scalar, or of an array's elements
 * @param rank 0 for a scalar, else the number of dimensions of the Java array
 */
public record Type(Scalar element, int rank) {
  public static final Type BOOLEAN = of(Scalar.BOOLEAN);
  public static final Type INT = of(Scalar.INT);
  public static final Type LONG = of(Scalar.LONG);
  public static final Type FLOAT = of(Scalar.FLOAT);
  public static final Type DOUBLE = of(Scalar.DOUBLE);

  /** The scalar type. */
  public static Type of(Scalar scalar) {
    return new Type(scalar, 0);
  }

  /** The type of a one-dimensional array of the scalar. */
  public static Type arrayOf(Scalar element) {
    return new Type(element, 1);
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
    return element.keyword() + "[]".repeat(rank);
  }
}
