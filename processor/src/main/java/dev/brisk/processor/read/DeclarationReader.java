package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads annotations into plain values. */
final class DeclarationReader {
  private final Elements elements;

  DeclarationReader(Elements elements) {
    this.elements = elements;
  }

  /** The annotation on the element; its values are known to be complete and of the right types. */
  Declaration read(Element element, AnnotationMirror annotation) {
    return read(
        annotation,
        ElementPlace.of(element, annotation),
        (attribute, value) -> ElementPlace.of(element, annotation, value));
  }

  /**
   * Reads an annotation whose places are not those of its mirror.
   *
   * @param places of the values that are written
   */
  Declaration read(AnnotationMirror annotation, Place place, ValuePlaces places) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> all =
        elements.getElementValuesWithDefaults(annotation);
    Map<? extends ExecutableElement, ? extends AnnotationValue> written =
        annotation.getElementValues();
    Element type = annotation.getAnnotationType().asElement();
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    for (ExecutableElement attribute : ElementFilter.methodsIn(type.getEnclosedElements())) {
      String name = attribute.getSimpleName().toString();
      AnnotationValue value = all.get(attribute);
      boolean isWritten = written.containsKey(attribute);
      attributes.put(
          name, new Attribute(plain(value), isWritten, isWritten ? places.of(name, value) : place));
    }
    return new Declaration(
        type.getSimpleName().toString(), place, Collections.unmodifiableMap(attributes));
  }

  private static Object plain(AnnotationValue annotationValue) {
    Object value = annotationValue.getValue();
    if (value instanceof VariableElement constant) {
      return constant.getSimpleName().toString();
    }
    if (value instanceof List<?> items) {
      return items.stream().map(item -> plain((AnnotationValue) item)).toList();
    }
    return value;
  }

  /** Says where the value of an attribute stands. */
  interface ValuePlaces {
    Place of(String attribute, AnnotationValue value);
  }
}
