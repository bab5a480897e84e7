package dev.brisk.processor.read;

import dev.brisk.Shape;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Decides whether the trainer can use a record that is an argument of the loss. */
final class RecordForm {
  private RecordForm() {}

  static void check(VariableElement argument, Elements elements, Diagnostics diagnostics) {
    TypeElement record = (TypeElement) ((DeclaredType) argument.asType()).asElement();
    Optional<TypeElement> hidden =
        ClassForm.inwards(record).filter(type -> isHidden(type, argument, elements)).findFirst();
    if (hidden.isPresent()) {
      diagnostics.add(
          Problem.RECORD_NOT_ACCESSIBLE,
          ElementPlace.of(argument),
          argument.getSimpleName(),
          record.getSimpleName(),
          hidden.get().getSimpleName(),
          hidden.get().getModifiers().contains(Modifier.PRIVATE)
              ? "Remove `private`"
              : "Make it public");
    }
    checkShapes(argument, record, diagnostics);
  }

  /** A shape says nothing where the record makes the array. */
  private static void checkShapes(
      VariableElement argument, TypeElement record, Diagnostics diagnostics) {
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(record.getEnclosedElements())) {
      for (VariableElement component : constructor.getParameters()) {
        if (Brisk.has(component, Shape.class)) {
          diagnostics.add(
              Problem.SHAPE_ON_COMPONENT,
              ElementPlace.of(argument),
              component.getSimpleName(),
              record.getSimpleName());
        }
      }
    }
  }

  private static boolean isHidden(TypeElement type, VariableElement argument, Elements elements) {
    boolean isElsewhere = !elements.getPackageOf(type).equals(elements.getPackageOf(argument));
    return type.getModifiers().contains(Modifier.PRIVATE)
        || isElsewhere && !type.getModifiers().contains(Modifier.PUBLIC);
  }
}
