package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@link Derivative} of an operation with a scalar result names a method of the form that its
 * Javadoc fixes, and every {@code float} overload for scalars rounds its {@code double} one.
 * Annotations are read from the class file, since they are not there at run time.
 */
class DerivativeContractTest {
  private static final List<JavaClass> PRIMITIVES =
      List.of(
          new ClassFileImporter().importClass(Losses.class),
          new ClassFileImporter().importClass(Ops.class));

  /** Primitives that have no derivative, since their result is an index. */
  private static final Set<String> NOT_DIFFERENTIABLE = Set.of("argmax");

  @ParameterizedTest
  @MethodSource("differentiable")
  void derivativesHaveTheStatedForm(JavaParameter parameter) throws NoSuchMethodException {
    Method primitive = ((JavaMethod) parameter.getOwner()).reflect();
    Class<?> type = primitive.getParameterTypes()[parameter.getIndex()];
    Class<?>[] taken = primitive.getParameterTypes();
    if (type.isArray()) {
      taken = Arrays.copyOf(taken, taken.length + 2);
      taken[taken.length - 2] = primitive.getReturnType();
      taken[taken.length - 1] = type;
    }

    Method derivative = primitive.getDeclaringClass().getMethod(name(parameter), taken);
    assertThat(derivative.getReturnType()).isEqualTo(type.isArray() ? void.class : type);
    assertThat(Modifier.isStatic(derivative.getModifiers())).isTrue();
  }

  @Test
  void everyMethodIsAPrimitiveOrADerivative() {
    var derivatives = differentiable().map(DerivativeContractTest::name).toList();
    assertThat(methods().map(Method::getName))
        .allMatch(
            name ->
                derivatives.contains(name)
                    || isDifferentiable(name)
                    || NOT_DIFFERENTIABLE.contains(name));
    assertThat(derivatives).hasSize(2 * (15 + 14));
  }

  private static boolean isDifferentiable(String name) {
    return differentiable().anyMatch(parameter -> parameter.getOwner().getName().equals(name));
  }

  private static Stream<JavaParameter> differentiable() {
    return PRIMITIVES.stream()
        .flatMap(owner -> owner.getMethods().stream())
        .filter(method -> !method.isAnnotatedWith(InPlace.class))
        .flatMap(method -> method.getParameters().stream())
        .filter(parameter -> parameter.isAnnotatedWith(Derivative.class));
  }

  private static String name(JavaParameter parameter) {
    return parameter.getAnnotationOfType(Derivative.class).value();
  }

  @ParameterizedTest
  @MethodSource("scalarsInFloat")
  void floatOverloadsRoundTheDoubleOnes(Method narrow) throws ReflectiveOperationException {
    Class<?>[] wideTypes = new Class<?>[narrow.getParameterCount()];
    Arrays.fill(wideTypes, double.class);
    Method wide = narrow.getDeclaringClass().getMethod(narrow.getName(), wideTypes);
    var random = new SplittableRandom(5);
    for (int round = 0; round < 100; round++) {
      Object[] floats = arguments(narrow, random);
      Object[] doubles = Stream.of(floats).map(x -> ((Float) x).doubleValue()).toArray();
      assertThat(narrow.invoke(null, floats))
          .isEqualTo(((Double) wide.invoke(null, doubles)).floatValue());
    }
  }

  /** A score, then a target that suits every loss, then a quantile or limit. */
  private static Object[] arguments(Method loss, SplittableRandom random) {
    float target = (float) random.nextDouble();
    if (loss.getName().startsWith("hinge")) {
      target = random.nextBoolean() ? 1 : -1;
    }
    Object[] arguments = {(float) random.nextDouble(-3, 3), target, 0.375f};
    return Arrays.copyOf(arguments, loss.getParameterCount());
  }

  private static Stream<Method> scalarsInFloat() {
    return methods()
        .filter(method -> method.getReturnType() == float.class)
        .filter(method -> method.getParameterTypes()[0] == float.class);
  }

  private static Stream<Method> methods() {
    return Stream.of(Losses.class, Ops.class)
        .flatMap(owner -> Stream.of(owner.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.getReturnType().isArray());
  }
}
