package dev.brisk.processor.program;

/**
 * A variable of a program: a scalar with one definition, or an array with one allocation.
 *
 * @param id unique within a program
 * @param origin the same for all versions of one variable of the user's: {@code x} after {@code x =
 *     x * x} is another version of {@code x}
 * @param name as the user calls it; not unique
 */
public record Variable(int id, int origin, String name, Type type, Kind kind) {
  /** Where the value of a variable comes from. */
  public enum Kind {
    /** A field of the model that training changes. */
    PARAMETER,
    /** An argument of the loss, or a component of one: a part of the example. */
    ARGUMENT,
    /** What neither training nor the example changes. */
    CONSTANT,
    /** Defined by a statement of the program. */
    LOCAL
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variable that && id == that.id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return name + "#" + id;
  }
}
