package dev.brisk.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.ops.Ops;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTextsTest {
  static Stream<Method> operations() {
    return Arrays.stream(Ops.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.getName().matches(".+By[A-Z].*"));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationHasAText(Method operation) {
    List<Type> types = new ArrayList<>();
    for (Class<?> parameter : operation.getParameterTypes()) {
      types.add(type(parameter));
    }
    Type result = type(operation.getReturnType());
    if (result.isArray()) {
      types.add(result);
    }

    assertThat(
            OperationTexts.find(
                operation.getName(),
                types,
                result.isArray() ? Optional.empty() : Optional.of(result)))
        .isPresent();
  }

  private static Type type(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    Scalar scalar =
        Arrays.stream(Scalar.values())
            .filter(each -> each.keyword().equals(element.getName()))
            .findFirst()
            .orElseThrow();
    return new Type(scalar, type.isArray() ? 1 : 0);
  }
}
