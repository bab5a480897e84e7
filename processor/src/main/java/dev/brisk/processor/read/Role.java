package dev.brisk.processor.read;

import dev.brisk.processor.program.Type;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What a method is to a model, and which results it may have. */
enum Role {
  LOSS("@Loss", "The derivative of a loss is taken, which only a double or a float has"),
  METRIC("@Metric", "The mean of a metric over examples is reported, so it is a number"),
  PREDICT(
      "@Predict", "A prediction is a number, a truth value, or an array of one dimension of them"),
  GRADIENT("@Gradient", "It returns what the @Loss does");

  private final String annotation;
  private final String results;

  Role(String annotation, String results) {
    this.annotation = annotation;
    this.results = results;
  }

  String annotation() {
    return annotation;
  }

  /** Why not every type will do, as a sentence. */
  String results() {
    return results;
  }

  boolean allowsResult(Type type) {
    return switch (this) {
      case LOSS, GRADIENT -> !type.isArray() && type.isFloating();
      case METRIC -> !type.isArray() && type.element().isNumeric();
      case PREDICT -> type.rank() <= 1 && !type.isRecord();
    };
  }

  /** What to return in place of the type. */
  String insteadOf(TypeMirror type) {
    Optional<Type> known = Signatures.type(type);
    if (this == PREDICT && known.isPresent() && known.get().isArray()) {
      return "Return a " + Type.arrayOf(known.get().element()) + ", row after row";
    } else if (this == PREDICT) {
      return "Return an int for a class, a double for a value, or a double[] for several";
    }
    return type.getKind() == TypeKind.BOOLEAN ? "Return `condition ? 1 : 0`" : "Return a double";
  }
}
