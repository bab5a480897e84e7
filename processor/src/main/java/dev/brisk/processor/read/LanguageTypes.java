package dev.brisk.processor.read;

import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** javac's types in the language's terms. */
public final class LanguageTypes {
  private LanguageTypes() {}

  /** The type in the language's terms, if it has one. */
  public static Optional<Type> of(TypeMirror mirror) {
    if (mirror instanceof ArrayType array) {
      return of(array.getComponentType())
          .filter(part -> !part.isRecord())
          .map(part -> new Type(part.element(), part.rank() + 1));
    }
    if (mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement type
        && type.getKind() == ElementKind.RECORD
        && type.getTypeParameters().isEmpty()) {
      return Optional.of(Type.ofRecord(type.getQualifiedName().toString()));
    }
    return scalar(mirror.getKind()).map(Type::of);
  }

  /** The scalar of the kind, if the language has it. */
  public static Optional<Scalar> scalar(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> Optional.of(Scalar.BOOLEAN);
      case INT -> Optional.of(Scalar.INT);
      case LONG -> Optional.of(Scalar.LONG);
      case FLOAT -> Optional.of(Scalar.FLOAT);
      case DOUBLE -> Optional.of(Scalar.DOUBLE);
      default -> Optional.empty();
    };
  }
}
