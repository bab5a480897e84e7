package dev.brisk.processor.oracle;

import static dev.brisk.processor.oracle.Reflection.accessible;
import static dev.brisk.processor.oracle.Reflection.unchecked;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.PredictionOracleTest.Predicting;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What methods of the test models compute, a predictor computes, where there can be one. */
@Tag("javac")
final class PredictorOracleTest {
  private static final int EXAMPLES = 5;

  private final SplittableRandom random = new SplittableRandom(18);

  @TempDir private Path folder;

  static Stream<Predicting> all() {
    return Shared.MODELS.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void predictorGivesWhatTheMethodGives(Predicting predicting) {
    TestModel tested = predicting.model();
    CompiledModel model = tested.in(Shared.LOADER, "models");
    model.parameters(tested.parameters(model.parameters().length, random));
    Object predictor = predictor(model);
    for (Object[] row : tested.examples(tested.columns().isEmpty() ? 1 : EXAMPLES, random)) {
      Object[] converted = PredictionOracleTest.converted(model, row);
      for (String name : predicting.names()) {
        Method own = Reflection.method(model.model().getClass(), name);
        Object[] arguments = PredictionOracleTest.arguments(model, own, converted);
        Object expected = unchecked(() -> own.invoke(model.model(), arguments));
        Method alone = Reflection.method(predictor.getClass(), name, arguments);
        assertThat(unchecked(() -> alone.invoke(predictor, arguments)))
            .as(name)
            .usingRecursiveComparison()
            .withEqualsForType(
                (a, b) -> PredictionOracleTest.agree(a, b, tested.rounding()), Double.class)
            .withEqualsForType(
                (a, b) -> PredictionOracleTest.agree(a, b, tested.rounding()), Float.class)
            .isEqualTo(expected);
      }
    }
  }

  /** That of the model, with its parameters from a file. */
  private Object predictor(CompiledModel model) {
    Path file = folder.resolve("parameters.safetensors");
    model.trainer().saveParameters(file);
    String name = model.trainer().getClass().getName().replaceAll("Trainer$", "Predictor");
    return unchecked(
        () ->
            accessible(Shared.LOADER.loadClass(name).getDeclaredMethod("load", Path.class))
                .invoke(null, file));
  }

  @Test
  void mostModelsCanHaveOne() {
    assertThat(Shared.MODELS).hasSizeGreaterThan(TestModels.all().toList().size() / 2);
  }

  /** All models that can have a predictor, compiled at once. */
  private static final class Shared {
    private static final String REFUSED = "brisk[predictor-not-possible]";

    static final List<Predicting> MODELS = models();
    static final ClassLoader LOADER = loader();

    private static List<Predicting> models() {
      List<Predicting> all = TestModels.all().map(PredictionOracleTest::predicting).toList();
      Compilation compilation = compiled(all);
      assertThat(compilation.errors())
          .allMatch(error -> error.getMessage(Locale.ROOT).startsWith(REFUSED));
      Set<String> refused =
          compilation.errors().stream()
              .map(error -> error.getSource().getName())
              .collect(Collectors.toSet());
      return all.stream()
          .filter(model -> refused.stream().noneMatch(file -> isOf(file, model)))
          .toList();
    }

    private static boolean isOf(String file, Predicting predicting) {
      return file.endsWith("/" + predicting.model().name() + ".java");
    }

    private static ClassLoader loader() {
      Compilation compilation = compiled(MODELS);
      assertThat(compilation.errors()).isEmpty();
      return new GeneratedClasses(compilation);
    }

    private static Compilation compiled(List<Predicting> models) {
      return Compilations.compiler()
          .withOptions("-parameters")
          .compile(models.stream().map(Shared::source).toList());
    }

    private static JavaFileObject source(Predicting predicting) {
      String text =
          predicting.text().replaceFirst("@Trainable\\b(?!\\()", "@Trainable(predictor = true)");
      assertThat(text).contains("predictor = true");
      return JavaFileObjects.forSourceString("models." + predicting.model().name(), text);
    }
  }
}
