package dev.brisk.processor.read;

import dev.brisk.Gradient;
import dev.brisk.Loss;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the gradient that a model computes itself. */
final class HandWritten {
  private HandWritten() {}

  /** Whether the model has one; its methods are then called and not compiled. */
  static boolean isIn(Element model) {
    return ElementFilter.methodsIn(model.getEnclosedElements()).stream()
        .anyMatch(method -> Brisk.has(method, Gradient.class));
  }

  /** The name of the method, if there is one; a second one is a problem. */
  static Optional<String> read(
      TypeElement model,
      List<ParameterSource> parameters,
      Optional<MethodSource> loss,
      Diagnostics diagnostics) {
    List<ExecutableElement> gradients = MethodReader.methods(model, Gradient.class);
    if (gradients.isEmpty()) {
      return Optional.empty();
    }
    ExecutableElement gradient = gradients.get(0);
    for (ExecutableElement other : gradients.subList(1, gradients.size())) {
      diagnostics.add(
          Problem.SEVERAL_GRADIENTS,
          ElementPlace.of(other),
          other.getSimpleName(),
          gradient.getSimpleName());
    }
    MethodForm.check(gradient, Role.GRADIENT, diagnostics);
    if (loss.isPresent()) {
      ExecutableElement of = MethodReader.methods(model, Loss.class).get(0);
      checkSignature(gradient, of, parameters, diagnostics);
    }
    return Optional.of(gradient.getSimpleName().toString());
  }

  private static void checkSignature(
      ExecutableElement gradient,
      ExecutableElement loss,
      List<ParameterSource> parameters,
      Diagnostics diagnostics) {
    List<String> expected = new ArrayList<>(types(loss));
    List<String> declarations = new ArrayList<>();
    for (VariableElement argument : loss.getParameters()) {
      declarations.add(text(argument.asType()) + " " + argument.getSimpleName());
    }
    for (ParameterSource parameter : parameters) {
      String type = array(parameter.type()).toString();
      expected.add(type);
      declarations.add(type + " d" + capitalized(parameter.name()));
    }
    String result = text(loss.getReturnType());
    if (!types(gradient).equals(expected) || !text(gradient.getReturnType()).equals(result)) {
      diagnostics.add(
          Problem.GRADIENT_SIGNATURE_DIFFERS,
          ElementPlace.of(gradient),
          gradient.getSimpleName(),
          String.join(", ", types(gradient)),
          text(gradient.getReturnType()),
          result + " " + gradient.getSimpleName() + "(" + String.join(", ", declarations) + ")");
    }
  }

  /** What a gradient is added to: an array of one element for a scalar. */
  private static Type array(Type parameter) {
    return parameter.isArray() ? parameter : Type.arrayOf(parameter.element());
  }

  private static List<String> types(ExecutableElement method) {
    return method.getParameters().stream().map(parameter -> text(parameter.asType())).toList();
  }

  /** The type as Java writes it, without annotations of the type where Brisk knows it. */
  private static String text(TypeMirror type) {
    return Signatures.type(type).map(Type::toString).orElseGet(type::toString);
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
