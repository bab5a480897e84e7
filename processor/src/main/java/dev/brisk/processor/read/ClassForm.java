package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Decides whether a type is one whose objects can be trained. */
final class ClassForm {
  private ClassForm() {}

  /**
   * Reports a type that cannot be trained.
   *
   * @return whether its members are worth a look nevertheless
   */
  static boolean check(TypeElement type, Diagnostics diagnostics) {
    if (type.getKind() != ElementKind.CLASS) {
      refuse(
          type,
          kind(type) + " `" + type.getSimpleName() + "`",
          "Training changes the fields of an object, which this kind of type does not have or does"
              + " not let change",
          "Write a class",
          diagnostics);
      return false;
    }
    if (type.getModifiers().contains(Modifier.ABSTRACT)) {
      refuse(
          type,
          "the abstract class `" + type.getSimpleName() + "`",
          "The trainer is compiled from one class whose methods all have bodies",
          "Annotate the class that extends it, with its parameters and its loss",
          diagnostics);
    }
    if (!type.getTypeParameters().isEmpty()) {
      refuse(
          type,
          "the generic class `" + type.getSimpleName() + "`",
          "The trainer is compiled for one type of numbers, double or float",
          "Remove the type parameters",
          diagnostics);
    }
    checkNesting(type, diagnostics);
    return true;
  }

  private static void checkNesting(TypeElement type, Diagnostics diagnostics) {
    if (type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC)) {
      refuse(
          type,
          "the inner class `" + type.getSimpleName() + "`",
          "Each of its objects belongs to an object of the class around it, which the trainer does"
              + " not have",
          "Make it static",
          diagnostics);
    }
    Optional<TypeElement> hidden =
        inwards(type).filter(each -> each.getModifiers().contains(Modifier.PRIVATE)).findFirst();
    if (hidden.isPresent()) {
      String name = hidden.get().getSimpleName().toString();
      refuse(
          type,
          "the class `" + type.getSimpleName() + "`",
          "The trainer is a class of its own in the same package and does not see the private `"
              + name
              + "`",
          "Remove `private` from `" + name + "`",
          diagnostics);
    }
  }

  /** The type and those around it, from the outermost. */
  static Stream<TypeElement> inwards(TypeElement type) {
    Deque<TypeElement> types = new ArrayDeque<>();
    for (Element e = type; e instanceof TypeElement each; e = e.getEnclosingElement()) {
      types.push(each);
    }
    return types.stream();
  }

  private static String kind(TypeElement type) {
    return switch (type.getKind()) {
      case ENUM -> "the enum";
      case RECORD -> "the record";
      case ANNOTATION_TYPE -> "the annotation";
      default -> "the interface";
    };
  }

  private static void refuse(
      TypeElement type, String what, String why, String instead, Diagnostics diagnostics) {
    diagnostics.add(Problem.UNTRAINABLE_CLASS, ElementPlace.of(type), what, why, instead);
  }
}
