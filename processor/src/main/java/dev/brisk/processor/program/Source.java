package dev.brisk.processor.program;

/**
 * Where a variable that no statement defines has its value from. It is read once, at the start of a
 * routine, into a local variable.
 */
public sealed interface Source {
  /** A final field of the model that is no parameter. */
  record ModelField(String name) implements Source {}

  /**
   * A {@code static final} array of a class.
   *
   * @param owner the qualified name of the class
   */
  record StaticField(String owner, String name) implements Source {}

  /** A component of a record among the arguments, by the name of its accessor. */
  record Component(Variable record, String accessor) implements Source {}
}
