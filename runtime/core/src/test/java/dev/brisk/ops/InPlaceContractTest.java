package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@link InPlace} names a class with the forms that its Javadoc fixes, and no others. */
class InPlaceContractTest {
  private static Stream<Forms> operations() {
    return Forms.all();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void formsHaveTheStatedTypes(Forms forms) throws NoSuchMethodException {
    assertThat(forms.inPlace().getReturnType()).isEqualTo(void.class);
    for (int by : forms.differentiable().toArray()) {
      Class<?> type = forms.plain().getParameterTypes()[by];
      assertThat(forms.derivative(by).getReturnType())
          .isEqualTo(type.isArray() ? void.class : type);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationTakesBothPrecisionsAndIsTested(Forms forms) {
    int parameters = forms.plain().getParameterCount();
    assertThat(Forms.all().filter(other -> other.isOf(forms.name(), other.scalar(), parameters)))
        .extracting(Forms::scalar)
        .containsExactlyInAnyOrder(double.class, float.class);
    assertThat(VectorOperation.all())
        .anyMatch(tested -> tested.forms(forms.scalar()).equals(forms));
  }

  @Test
  void everyPublicMethodOfTheseClassesIsAForm() throws NoSuchMethodException {
    Set<Method> expected = new HashSet<>();
    Set<Method> present = new HashSet<>();
    for (Forms forms : operations().toList()) {
      expected.add(forms.inPlace());
      for (int by : forms.differentiable().toArray()) {
        expected.add(forms.derivative(by));
      }
      Stream.of(forms.owner().getDeclaredMethods())
          .filter(method -> Modifier.isPublic(method.getModifiers()))
          .filter(method -> !method.getName().endsWith("Length"))
          .filter(method -> !List.of(method.getParameterTypes()).contains(long.class)) // by a key
          .forEach(present::add);
    }
    assertThat(present).isEqualTo(expected);
  }

  @Test
  void everyOperationOfOpsWithAnArrayAsResultNamesItsForms() {
    assertThat(Ops.class.getDeclaredMethods())
        .filteredOn(method -> method.getReturnType().isArray())
        .hasSize((int) operations().count());
  }
}
