package dev.brisk.processor.read.body;

import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.read.LanguageTypes;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Translates between javac's types and the program's. */
final class JavaTypes {
  private final Elements elements;
  private final Types types;

  JavaTypes(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /** The program's type, if it has one. */
  static Optional<Type> of(TypeMirror mirror) {
    return LanguageTypes.of(mirror);
  }

  static Optional<Scalar> scalar(TypeKind kind) {
    return LanguageTypes.scalar(kind);
  }

  /** javac's type. */
  TypeMirror mirror(Type type) {
    if (type.recordName().isPresent()) {
      return elements.getTypeElement(type.recordName().get()).asType();
    }
    TypeMirror mirror = types.getPrimitiveType(TypeKind.valueOf(type.element().name()));
    for (int i = 0; i < type.rank(); i++) {
      mirror = types.getArrayType(mirror);
    }
    return mirror;
  }

  /** Whether a value of one type is one of the other without a cast (JLS 5.1.2, 4.10). */
  boolean widens(TypeMirror from, TypeMirror to) {
    boolean bothPrimitive = from.getKind().isPrimitive() == to.getKind().isPrimitive();
    return bothPrimitive && types.isSubtype(from, to);
  }
}
