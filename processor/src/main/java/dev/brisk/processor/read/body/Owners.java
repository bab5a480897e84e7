package dev.brisk.processor.read.body;

import dev.brisk.processor.program.Owner;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The classes of static members, as the trainer's class in the package of the model sees them. */
final class Owners {
  private final Elements elements;
  private final TypeElement model;

  Owners(Elements elements, TypeElement model) {
    this.elements = elements;
    this.model = model;
  }

  /** The class that declares the member. */
  Owner of(Element member) {
    TypeElement owner = (TypeElement) member.getEnclosingElement();
    String packageName = elements.getPackageOf(owner).getQualifiedName().toString();
    String name = owner.getQualifiedName().toString();
    return new Owner(
        packageName, packageName.isEmpty() ? name : name.substring(packageName.length() + 1));
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
