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
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
    };
  }

  static TypeName of(Type type) {
    TypeName name = of(type.element());
    for (int i = 0; i < type.rank(); i++) {
      name = ArrayTypeName.of(name);
    }
    return name;
  }

  /** The class of a qualified name, whose outermost simple name is the first capitalised one. */
  static ClassName ofClass(String qualifiedName) {
    return ClassName.bestGuess(qualifiedName);
  }
}
