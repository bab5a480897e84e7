package dev.brisk.processor.read;

import com.sun.source.util.Trees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Tells whether all names in a class's annotations and signatures mean something. If not, another
 * processor may still write the missing class; or it is a mistake, which javac reports by itself.
 * An annotation of an unknown name counts too, as it might be one of Brisk's without its import.
 */
public final class Readiness {
  /** What javac gives for a wrong value, which a string cannot be told from otherwise. */
  private static final String WRONG = "<error>";

  private final Elements elements;
  private final AnnotationTrees annotationTrees;

  /**
   * @param trees where the compiler has them
   */
  public Readiness(Elements elements, Optional<Trees> trees) {
    this.elements = elements;
    this.annotationTrees = new AnnotationTrees(trees);
  }

  /** Whether the class can be read in this round. */
  public boolean isReady(TypeElement type) {
    return annotationTrees.areResolved(type)
        && annotationsAreReady(type)
        && ElementFilter.fieldsIn(type.getEnclosedElements()).stream().allMatch(this::isReady)
        && ElementFilter.methodsIn(type.getEnclosedElements()).stream().allMatch(this::isReady);
  }

  private boolean isReady(VariableElement variable) {
    return annotationsAreReady(variable)
        && (!Brisk.annotates(variable) || isResolved(variable.asType()));
  }

  private boolean isReady(ExecutableElement method) {
    boolean isRead = Brisk.annotates(method);
    return annotationsAreReady(method)
        && method.getParameters().stream().allMatch(this::annotationsAreReady)
        && (!isRead || isResolved(method.getReturnType()))
        && (!isRead || method.getParameters().stream().allMatch(p -> isResolved(p.asType())));
  }

  private boolean annotationsAreReady(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (!isResolved(annotation.getAnnotationType())
          || (Brisk.declares(annotation) && !valuesAreReady(annotation))) {
        return false;
      }
    }
    return true;
  }

  private boolean valuesAreReady(AnnotationMirror annotation) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        elements.getElementValuesWithDefaults(annotation);
    List<ExecutableElement> attributes =
        ElementFilter.methodsIn(annotation.getAnnotationType().asElement().getEnclosedElements());
    return attributes.containsAll(values.keySet())
        && attributes.stream()
            .allMatch(
                attribute ->
                    values.containsKey(attribute)
                        && isReady(values.get(attribute), attribute.getReturnType()));
  }

  /** javac gives a wrong value, a misspelt constant among them, as one of another type. */
  private boolean isReady(AnnotationValue annotationValue, TypeMirror expected) {
    Object value = annotationValue.getValue();
    return switch (expected.getKind()) {
      case ARRAY ->
          value instanceof List<?> items
              && items.stream()
                  .allMatch(
                      item ->
                          isReady(
                              (AnnotationValue) item, ((ArrayType) expected).getComponentType()));
      case INT -> value instanceof Integer;
      case LONG -> value instanceof Long;
      case DOUBLE -> value instanceof Double;
      case BOOLEAN -> value instanceof Boolean;
      case DECLARED ->
          expected.toString().equals("java.lang.String")
              ? value instanceof String && !value.equals(WRONG)
              : isConstantOrAnnotation(value);
      default -> true;
    };
  }

  private boolean isConstantOrAnnotation(Object value) {
    return value instanceof VariableElement constant
        ? constant.getKind() == ElementKind.ENUM_CONSTANT
        : value instanceof AnnotationMirror nested && valuesAreReady(nested);
  }

  private static boolean isResolved(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return isResolved(array.getComponentType());
    }
    // An error type is a declared one too, so its kind is asked first.
    return type.getKind() != TypeKind.ERROR
        && (!(type instanceof DeclaredType declared)
            || declared.getTypeArguments().stream().allMatch(Readiness::isResolved));
  }
}
