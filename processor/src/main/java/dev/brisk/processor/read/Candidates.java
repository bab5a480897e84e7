package dev.brisk.processor.read;

import dev.brisk.Trainable;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the classes on which, or in which, there is an annotation of a model. */
public final class Candidates {
  private Candidates() {}

  /** The classes of this round: models, and classes that lack {@code @Trainable} to be models. */
  public static Set<TypeElement> in(RoundEnvironment round) {
    Set<TypeElement> candidates = new LinkedHashSet<>();
    for (Element model : round.getElementsAnnotatedWith(Trainable.class)) {
      candidates.add((TypeElement) model);
    }
    Brisk.PARTS_OF_A_MODEL.forEach(
        part -> {
          for (Element element : round.getElementsAnnotatedWith(part)) {
            candidates.add(
                element instanceof TypeElement type
                    ? type
                    : (TypeElement) element.getEnclosingElement());
          }
        });
    return candidates;
  }

  /** Reports a class that is no model, once, at the first annotation that has no effect. */
  static void reportUntrainable(TypeElement type, Diagnostics diagnostics) {
    List<Element> elements = new ArrayList<>(List.of(type));
    elements.addAll(ElementFilter.fieldsIn(type.getEnclosedElements()));
    elements.addAll(ElementFilter.methodsIn(type.getEnclosedElements()));
    for (Element element : elements) {
      Optional<AnnotationMirror> part = Brisk.findPart(element);
      if (part.isPresent()) {
        diagnostics.add(
            Problem.MISSING_TRAINABLE,
            ElementPlace.of(element, part.get()),
            nameOf(part.get()),
            type.getSimpleName());
        return;
      }
    }
  }

  /** The container of repeated annotations goes by the name that the user wrote. */
  private static CharSequence nameOf(AnnotationMirror annotation) {
    Element type = annotation.getAnnotationType().asElement();
    Element around = type.getEnclosingElement();
    return (around instanceof TypeElement ? around : type).getSimpleName();
  }
}
