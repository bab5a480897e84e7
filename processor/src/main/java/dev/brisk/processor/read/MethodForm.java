package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Decides whether a method is one that can be computed for each example. */
final class MethodForm {
  private MethodForm() {}

  static void check(ExecutableElement method, Role role, Diagnostics diagnostics) {
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC)) {
      refuse(
          method,
          role,
          "static",
          "It has no access to the parameters, which are fields of an object",
          "Remove `static`",
          diagnostics);
    }
    if (HandWritten.isIn(method.getEnclosingElement())) {
      checkCalled(method, role, diagnostics);
    } else if (modifiers.contains(Modifier.ABSTRACT) || modifiers.contains(Modifier.NATIVE)) {
      refuse(
          method,
          role,
          modifiers.contains(Modifier.ABSTRACT) ? "abstract" : "native",
          "Brisk compiles its body, and there is none",
          "Write the body in Java",
          diagnostics);
    }
    if (!method.getTypeParameters().isEmpty()) {
      refuse(
          method,
          role,
          "generic",
          "Its arguments are columns of the data, each of one type",
          "Remove the type parameters",
          diagnostics);
    }
    if (method.isVarArgs()) {
      refuse(
          method,
          role,
          "of variable arity",
          "Its arguments are columns of the data, each given by itself",
          "Write an array, `[]` in place of `...`",
          diagnostics);
    }
  }

  /** The trainer calls the methods of a model with a gradient by hand. */
  private static void checkCalled(ExecutableElement method, Role role, Diagnostics diagnostics) {
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      refuse(
          method,
          role,
          "private",
          "The trainer of a model with a @Gradient is a class of its own in the same package and"
              + " calls it",
          "Remove `private`",
          diagnostics);
    }
    Optional<TypeMirror> thrown = CheckedExceptions.of(method);
    if (thrown.isPresent()) {
      refuse(
          method,
          role,
          "declared to throw " + thrown.get(),
          "The trainer of a model with a @Gradient calls it, in methods that declare no exceptions",
          "Throw an unchecked one, such as IllegalStateException",
          diagnostics);
    }
  }

  private static void refuse(
      ExecutableElement method,
      Role role,
      String what,
      String why,
      String instead,
      Diagnostics diagnostics) {
    diagnostics.add(
        Problem.UNSUPPORTED_SIGNATURE,
        ElementPlace.of(method),
        role.annotation(),
        method.getSimpleName(),
        what,
        why,
        instead);
  }
}
