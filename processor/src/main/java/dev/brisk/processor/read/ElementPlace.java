package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/** A declaration, an annotation on it, or a value of that annotation. */
public record ElementPlace(
    Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value)
    implements Place {

  /** The declaration itself. */
  public static ElementPlace of(Element element) {
    return new ElementPlace(element, Optional.empty(), Optional.empty());
  }

  static ElementPlace of(Element element, AnnotationMirror annotation) {
    return new ElementPlace(element, Optional.of(annotation), Optional.empty());
  }

  static ElementPlace of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new ElementPlace(element, Optional.of(annotation), Optional.of(value));
  }
}
