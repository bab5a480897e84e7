package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;

/** The types of a program as JavaPoet writes them. */
final class JavaTypeNames {
  private JavaTypeNames() {}

  static TypeName of(Scalar scalar) {
    return switch (scalar) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case RECORD -> throw new IllegalArgumentException("a record is no number");
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }

  static TypeName of(Type type) {
    if (type.recordName().isPresent()) {
      return ofClass(type.recordName().get());
    }
    TypeName name = of(type.element());
    for (int i = 0; i < type.rank(); i++) {
      name = ArrayTypeName.of(name);
    }
    return name;
  }

  /**
   * The class of a qualified name, whose outermost simple name is the first capitalised one; where
   * names do not keep to that, the last name, which reads the same in an import.
   */
  static ClassName ofClass(String qualifiedName) {
    try {
      return ClassName.bestGuess(qualifiedName);
    } catch (IllegalArgumentException unusualNames) {
      int dot = qualifiedName.lastIndexOf('.');
      return ClassName.get(
          qualifiedName.substring(0, Math.max(0, dot)), qualifiedName.substring(dot + 1));
    }
  }
}
