package dev.brisk.processor.read.body;

import dev.brisk.ops.Derivative;
import dev.brisk.ops.InPlace;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.read.CheckedExceptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads methods that state their own derivatives, wherever they are declared. They are called as
 * they are; their bodies are not looked into.
 */
final class PrimitiveReader {
  private static final String DERIVATIVE = Derivative.class.getCanonicalName();
  private static final String IN_PLACE = InPlace.class.getCanonicalName();

  private final Visibility visibility;

  PrimitiveReader(Visibility visibility) {
    this.visibility = visibility;
  }

  /** Whether the method states a derivative. */
  static boolean isPrimitive(ExecutableElement method) {
    return method.getParameters().stream().anyMatch(each -> derivative(each).isPresent());
  }

  /** The name that {@code @Derivative} gives on a parameter. */
  private static Optional<String> derivative(VariableElement parameter) {
    for (AnnotationMirror annotation : parameter.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(DERIVATIVE)) {
        return annotation.getElementValues().values().stream()
            .findFirst()
            .map(value -> value.getValue().toString());
      }
    }
    return Optional.empty();
  }

  /** The class of the forms of an operation of Brisk's that write into a given array. */
  private static Optional<String> forms(ExecutableElement method) {
    if (!((TypeElement) method.getEnclosingElement())
        .getQualifiedName()
        .toString()
        .startsWith(CallReader.PRIMITIVES + ".")) {
      return Optional.empty();
    }
    for (AnnotationMirror annotation : method.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(IN_PLACE)) {
        return annotation.getElementValues().values().stream()
            .findFirst()
            .map(value -> value.getValue().toString());
      }
    }
    return Optional.empty();
  }

  /** A call of a primitive, which the trainer is able to make. */
  Expr.Call call(ExecutableElement method, List<Expr> arguments, Place place) {
    checkForm(method, place);
    List<Primitive.Argument> formal = new ArrayList<>();
    Optional<String> forms = forms(method);
    boolean isOverloaded = false;
    for (VariableElement parameter : method.getParameters()) {
      Optional<String> derivative = derivative(parameter);
      if (derivative.isPresent()) {
        if (forms.isEmpty()) {
          checkDerivative(method, parameter, derivative.get(), place);
        }
        isOverloaded |= forms.isPresent() || named(method, derivative.get()).size() > 1;
      }
      formal.add(new Primitive.Argument(type(parameter).orElseThrow(), derivative));
    }
    Primitive primitive =
        new Primitive(
            ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString(),
            method.getSimpleName().toString(),
            JavaTypes.of(method.getReturnType()).orElseThrow(),
            formal,
            forms);
    List<Expr> given = isOverloaded ? converted(arguments, formal) : arguments;
    return new Expr.Call(primitive, given, place);
  }

  /** Arguments of the very types, since others might mean another overload of the derivative. */
  private static List<Expr> converted(List<Expr> arguments, List<Primitive.Argument> formal) {
    List<Expr> converted = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expr argument = arguments.get(i);
      Type type = formal.get(i).type();
      converted.add(
          argument.type().equals(type)
              ? argument
              : new Expr.Cast(type, argument, argument.place()));
    }
    return converted;
  }

  /** Refuses a method that the trainer cannot call, or whose types have no meaning to Brisk. */
  void checkForm(ExecutableElement method, Place place) {
    if (method.getModifiers().contains(Modifier.PRIVATE) || !visibility.isOpen(method)) {
      boolean isPrivate = method.getModifiers().contains(Modifier.PRIVATE);
      throw refused(method, place, isPrivate ? "private" : "not visible to the trainer");
    } else if (!visibility.isReachable(method)) {
      throw refused(method, place, "in a class that the trainer does not see");
    } else if (!method.getModifiers().contains(Modifier.STATIC)) {
      throw refused(method, place, "not static");
    } else if (!method.getTypeParameters().isEmpty()) {
      throw refused(method, place, "generic");
    } else if (method.isVarArgs()) {
      throw refused(method, place, "of variable arity");
    } else if (!isDifferentiable(
        JavaTypes.of(method.getReturnType()), forms(method).isPresent() ? 1 : 0)) {
      throw refused(method, place, "of result type " + method.getReturnType());
    }
    for (VariableElement parameter : method.getParameters()) {
      boolean hasType =
          derivative(parameter).isPresent()
              ? isDifferentiable(type(parameter), 1)
              : type(parameter).isPresent();
      if (!hasType) {
        String name = parameter.getSimpleName().toString();
        String of = derivative(parameter).isPresent() ? "differentiated by `" : "given `";
        throw refused(method, place, of + name + "` of type " + parameter.asType());
      }
    }
    CheckedExceptions.of(method)
        .ifPresent(
            thrown -> {
              throw refused(method, place, "declared to throw " + thrown);
            });
  }

  private static boolean isDifferentiable(Optional<Type> type, int mostDimensions) {
    return type.filter(each -> each.isFloating() && each.rank() <= mostDimensions).isPresent();
  }

  private void checkDerivative(
      ExecutableElement method, VariableElement by, String name, Place place) {
    boolean isArray = type(by).orElseThrow().isArray();
    List<String> types = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      types.add(parameter.asType().toString());
      parameters.add(parameter.asType() + " " + parameter.getSimpleName());
    }
    if (isArray) {
      types.addAll(List.of(method.getReturnType().toString(), by.asType().toString()));
      parameters.add(method.getReturnType() + " upstream");
      parameters.add(by.asType() + " gradient");
    }
    String result = isArray ? "void" : by.asType().toString();
    boolean exists =
        named(method, name).stream()
            .filter(candidate -> types(candidate).equals(types))
            .anyMatch(candidate -> isDerivative(candidate, result));
    if (!exists) {
      throw Refusal.because(
          Problem.DERIVATIVE_METHOD_MISSING,
          place,
          display(method),
          name,
          by.getSimpleName(),
          modifiers(method)
              + "static "
              + result
              + " "
              + name
              + "("
              + String.join(", ", parameters)
              + ")");
    }
  }

  private boolean isDerivative(ExecutableElement candidate, String result) {
    return candidate.getModifiers().contains(Modifier.STATIC)
        && visibility.isOpen(candidate)
        && candidate.getTypeParameters().isEmpty()
        && candidate.getReturnType().toString().equals(result)
        && CheckedExceptions.of(candidate).isEmpty();
  }

  /** The methods of that name in the class of the primitive. */
  private static List<ExecutableElement> named(ExecutableElement primitive, String name) {
    return ElementFilter.methodsIn(primitive.getEnclosingElement().getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
  }

  private static List<String> types(ExecutableElement method) {
    return method.getParameters().stream().map(each -> each.asType().toString()).toList();
  }

  private static Optional<Type> type(VariableElement parameter) {
    return JavaTypes.of(parameter.asType()).filter(type -> !type.isRecord());
  }

  private Refusal refused(ExecutableElement method, Place place, String what) {
    String instead =
        what.startsWith("in a class")
            ? "Make the class visible to the package of the model"
            : "Write `" + signature(method) + "`";
    return Refusal.because(Problem.PRIMITIVE_NOT_USABLE, place, display(method), what, instead);
  }

  /** The method as it could be declared. */
  private String signature(ExecutableElement method) {
    Optional<Type> result = JavaTypes.of(method.getReturnType());
    List<String> parameters = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      Optional<String> derivative = derivative(parameter);
      boolean isUsable =
          derivative.isPresent()
              ? isDifferentiable(type(parameter), 1)
              : type(parameter).isPresent();
      boolean isWhole = type(parameter).filter(type -> !type.isFloating()).isPresent();
      String annotation =
          derivative.isPresent() && !isWhole ? "@Derivative(\"" + derivative.get() + "\") " : "";
      String type = isUsable || isWhole ? parameter.asType().toString() : "double";
      parameters.add(annotation + type + " " + parameter.getSimpleName());
    }
    return modifiers(method)
        + "static "
        + (isDifferentiable(result, 0) ? method.getReturnType().toString() : "double")
        + " "
        + method.getSimpleName()
        + "("
        + String.join(", ", parameters)
        + ")";
  }

  private String modifiers(ExecutableElement method) {
    boolean isPublic =
        method.getModifiers().contains(Modifier.PUBLIC) || !visibility.isNear(method);
    return isPublic ? "public " : "";
  }

  /** As a user reads it, {@code Activations.swish}. */
  private static String display(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return owner.getSimpleName() + "." + method.getSimpleName();
  }
}
