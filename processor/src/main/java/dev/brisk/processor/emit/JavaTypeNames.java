package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.program.Owner;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import java.util.Arrays;

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

  static ClassName of(Owner owner) {
    String[] names = owner.className().split("\\.");
    return ClassName.get(owner.packageName(), names[0], Arrays.copyOfRange(names, 1, names.length));
  }
}
