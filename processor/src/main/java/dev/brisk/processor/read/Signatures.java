package dev.brisk.processor.read;

import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** The types that the signatures of a model may use, among all of Java's. */
final class Signatures {
  private static final int MOST_DIMENSIONS = 2;

  private Signatures() {}

  /** The type in the language's terms, if it has one. */
  static Optional<Type> type(TypeMirror mirror) {
    return LanguageTypes.of(mirror);
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
    Scalar element = type.get().element();
    return "`" + new Type(element, Math.min(MOST_DIMENSIONS, type.get().rank())) + "`";
  }
}
