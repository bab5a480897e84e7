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

/** The types that the signatures of a model may use, among all of Java's. */
final class Signatures {
  private static final int MOST_DIMENSIONS = 2;

  private Signatures() {}

  /** The type in the language's terms, if it has one. */
  static Optional<Type> type(TypeMirror mirror) {
    if (mirror instanceof ArrayType array) {
      return type(array.getComponentType())
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

  private static Optional<Scalar> scalar(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN -> Optional.of(Scalar.BOOLEAN);
      case INT -> Optional.of(Scalar.INT);
      case LONG -> Optional.of(Scalar.LONG);
      case FLOAT -> Optional.of(Scalar.FLOAT);
      case DOUBLE -> Optional.of(Scalar.DOUBLE);
      default -> Optional.empty();
    };
  }

  /** A number with a fraction, or an array of them of one or two dimensions. */
  static boolean isParameterType(Type type) {
    return type.isFloating() && type.rank() <= MOST_DIMENSIONS;
  }

  /** A column of examples: anything that the language has, in up to two dimensions. */
  static boolean isArgumentType(Type type) {
    return type.rank() <= MOST_DIMENSIONS;
  }

  /** What a user could write in place of an argument's type. */
  static String insteadOfArgument(TypeMirror mirror) {
    Optional<Type> type = type(mirror);
    if (type.isEmpty()) {
      return "`int` for a class or an index, `double[]` for features";
    }
    return "`" + new Type(type.get().element(), MOST_DIMENSIONS) + "`";
  }
}
