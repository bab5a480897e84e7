package dev.brisk.processor.read.body;

import dev.brisk.processor.program.Type;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Chooses among methods of one name as javac does for primitive and array arguments: applicable by
 * subtyping (JLS 15.12.2.2), then the most specific (15.12.2.5). Boxing and variable arity never
 * matter, as no value of the language needs them.
 */
final class Overloads {
  private final JavaTypes types;

  Overloads(JavaTypes types) {
    this.types = types;
  }

  /** The method that a call with arguments of these types means, if there is one. */
  Optional<ExecutableElement> select(List<ExecutableElement> candidates, List<Type> arguments) {
    List<TypeMirror> mirrors = arguments.stream().map(types::mirror).toList();
    List<ExecutableElement> applicable =
        candidates.stream().filter(method -> accepts(parameterTypes(method), mirrors)).toList();
    return applicable.stream()
        .filter(
            method ->
                applicable.stream()
                    .allMatch(other -> accepts(parameterTypes(other), parameterTypes(method))))
        .findFirst();
  }

  private boolean accepts(List<? extends TypeMirror> parameters, List<? extends TypeMirror> given) {
    if (parameters.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      if (!types.widens(given.get(i), parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<? extends TypeMirror> parameterTypes(ExecutableElement method) {
    return method.getParameters().stream().map(parameter -> parameter.asType()).toList();
  }
}
