package dev.brisk.processor.read.body;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the trainer, a class of its own in the package of the model, may name. */
final class Visibility {
  private final Elements elements;
  private final TypeElement model;

  Visibility(Elements elements, TypeElement model) {
    this.elements = elements;
    this.model = model;
  }

  /** Whether the class is in the same package. */
  boolean isNear(Element element) {
    return elements.getPackageOf(element).equals(elements.getPackageOf(model));
  }

  /** Whether the trainer may name the declaration, leaving aside what is around it. */
  boolean isOpen(Element element) {
    return element.getModifiers().contains(Modifier.PUBLIC)
        || (isNear(element) && !element.getModifiers().contains(Modifier.PRIVATE));
  }

  /** Whether the trainer may name the class that declares the member, and all around it. */
  boolean isReachable(Element member) {
    Element around = member.getEnclosingElement();
    while (around instanceof TypeElement) {
      if (!isOpen(around)) {
        return false;
      }
      around = around.getEnclosingElement();
    }
    return true;
  }
}
