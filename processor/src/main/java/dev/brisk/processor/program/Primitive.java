package dev.brisk.processor.program;

import java.util.List;
import java.util.Optional;

/**
 * A static method that a program calls as a whole: a function of {@link Math}, an operation of the
 * runtime, or a method of the user's with a derivative beside it.
 *
 * @param owner the qualified name of its class
 * @param forms of an operation whose result is an array, the qualified name of the class with the
 *     methods of that name that write into a given array, and with its derivatives; else empty
 */
public record Primitive(
    String owner, String name, Type result, List<Argument> arguments, Optional<String> forms) {
  /** The class of Java's own functions, whose derivatives are formulas. */
  public static final String MATH = "java.lang.Math";

  /**
   * A formal argument.
   *
   * @param derivative the method of the owner, or of the class of forms, that gives the derivative
   *     by this argument; empty where there is none, and for functions of {@link Math}
   */
  public record Argument(Type type, Optional<String> derivative) {}

  /** One with a single number as its result. */
  public Primitive(String owner, String name, Type result, List<Argument> arguments) {
    this(owner, name, result, arguments, Optional.empty());
  }

  /** One with no derivative of its own by any argument. */
  public static Primitive plain(String owner, String name, Type result, List<Type> arguments) {
    return new Primitive(
        owner,
        name,
        result,
        arguments.stream().map(type -> new Argument(type, Optional.empty())).toList());
  }

  public boolean isMath() {
    return owner.equals(MATH);
  }

  /** Whether it is constant between jumps, and its derivative 0. */
  public boolean isStep() {
    return isMath() && MathFunction.named(name).filter(MathFunction::isStep).isPresent();
  }

  /** As a user reads it, {@code Losses.huber}. */
  @Override
  public String toString() {
    return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
  }
}
