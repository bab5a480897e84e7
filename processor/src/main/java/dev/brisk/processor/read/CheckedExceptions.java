package dev.brisk.processor.read;

import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds exceptions that must be declared wherever they may pass (JLS 11.1.1). */
public final class CheckedExceptions {
  private CheckedExceptions() {}

  /** The first checked exception that the method declares. */
  public static Optional<TypeMirror> of(ExecutableElement method) {
    return method.getThrownTypes().stream()
        .filter(CheckedExceptions::isChecked)
        .<TypeMirror>map(thrown -> thrown)
        .findFirst();
  }

  private static boolean isChecked(TypeMirror exception) {
    TypeMirror type = exception;
    while (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e) {
      String name = e.getQualifiedName().toString();
      if (name.equals("java.lang.RuntimeException") || name.equals("java.lang.Error")) {
        return false;
      }
      type = e.getSuperclass();
    }
    return true;
  }
}
