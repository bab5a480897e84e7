package dev.brisk.processor.program;

import java.util.List;
import java.util.Optional;

/**
 * A static method that a program calls as a whole: a function of {@link Math}, an operation of the
 * runtime, or a method of the user's with a derivative beside it.
 *
 * @param owner its class
 */
public record Primitive(Owner owner, String name, Type result, List<Argument> arguments) {
  /** The class of Java's own functions, whose derivatives are formulas. */
  public static final Owner MATH = new Owner("java.lang", "Math");

  /**
   * A formal argument.
   *
   * @param derivative the method of the owner that gives the derivative by this argument; empty
   *     where there is none, and for functions of {@link Math}
   */
  public record Argument(Type type, Optional<String> derivative) {}

  public boolean isMath() {
    return owner.equals(MATH);
  }

  /** As a user reads it, {@code Losses.huber}. */
  @Override
  public String toString() {
    return owner.simpleName() + "." + name;
  }
}
