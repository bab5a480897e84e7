package dev.brisk.processor.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call of a static method of the runtime that computes a rate, or a momentum. Its arguments are
 * the base rate if it is one, the step, the length if it takes one, and constants.
 */
public record Call(Class<?> owner, String method, boolean takesLength, List<Constant> constants) {
  public Call {
    constants = List.copyOf(constants);
  }

  /**
   * A hyper-parameter.
   *
   * @param name of the constant in the trainer
   * @param value a {@code Long}, a {@code Double}, a {@code Boolean} or a {@code List<Long>}
   * @param origin the attribute that it comes from
   */
  public record Constant(String name, Object value, String origin) {
    /** Of an attribute of {@code @Schedule}. */
    static Constant of(String attribute, Object value) {
      return new Constant(name(attribute), value, "@Schedule(" + attribute + ")");
    }

    private static String name(String attribute) {
      return attribute.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
  }

  /** Without a length and without constants, which are added. */
  static Call of(Class<?> owner, String method) {
    return new Call(owner, method, false, List.of());
  }

  Call length() {
    return new Call(owner, method, true, constants);
  }

  /** With the value of an attribute. */
  Call with(String attribute, Object value) {
    return with(Constant.of(attribute, value));
  }

  Call with(Constant constant) {
    List<Constant> more = new ArrayList<>(constants);
    more.add(constant);
    return new Call(owner, method, takesLength, more);
  }

  Curve.Computed curve(String words, Curve.Function function) {
    return new Curve.Computed(words, this, function, Optional.empty());
  }
}
