package dev.brisk.processor.oracle;

import static dev.brisk.processor.oracle.Reflection.unchecked;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What methods of the test models compute is predicted by their trainers to the last bit. */
final class PredictionOracleTest {
  private static final int EXAMPLES = 5;
  private static final Pattern SHAPE = Pattern.compile("@Shape\\([^()]*\\)\\s*");
  private static final Pattern LOSS = Pattern.compile("@Loss\\s+\\w+ (\\w+)\\(([^)]*)\\)");
  private static final Pattern METHOD =
      Pattern.compile("\n  (?:int|long|float|double|boolean)(?:\\[])? (\\w+)\\(([^)]*)\\) \\{");

  private final SplittableRandom random = new SplittableRandom(17);

  static Stream<Predicting> all() {
    return Shared.MODELS.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void predictionIsWhatTheMethodGives(Predicting predicting) {
    TestModel tested = predicting.model();
    CompiledModel model = tested.in(Shared.LOADER, "models");
    model.parameters(tested.parameters(model.parameters().length, random));
    List<Object[]> rows =
        tested.examples(tested.columns().isEmpty() ? 1 : EXAMPLES, random).stream()
            .map(row -> converted(model, row))
            .toList();
    Object examples = model.examples(rows);

    for (String name : predicting.names()) {
      Method own = Reflection.method(model.model().getClass(), name);
      Object all = model.predict(name, examples);
      for (int n = 0; n < rows.size(); n++) {
        Object[] arguments = arguments(model, own, rows.get(n));
        Object expected = unchecked(() -> own.invoke(model.model(), arguments));
        assertThat(Array.get(all, n))
            .as(name)
            .usingRecursiveComparison()
            .withEqualsForType((a, b) -> agree(a, b, tested.rounding()), Double.class)
            .withEqualsForType((a, b) -> agree(a, b, tested.rounding()), Float.class)
            .isEqualTo(expected);
        assertThat(model.predict(name, arguments)).as(name).isEqualTo(expected);
        if (expected.getClass().isArray()) {
          Object[] withOut = Arrays.copyOf(arguments, arguments.length + 1);
          withOut[arguments.length] =
              Array.newInstance(own.getReturnType().getComponentType(), Array.getLength(expected));
          model.predict(name, withOut);
          assertThat(withOut[arguments.length]).as(name).isEqualTo(expected);
        }
      }
    }
  }

  /** Whether a prediction of a batch is that of its example alone, but for rounding. */
  static boolean agree(Number a, Number b, double rounding) {
    double expected = b.doubleValue();
    return a.equals(b)
        || Math.abs(a.doubleValue() - expected) <= rounding * (1 + Math.abs(expected));
  }

  static Object[] converted(CompiledModel model, Object[] row) {
    Class<?>[] types = model.stepMethod().getParameterTypes();
    Object[] converted = new Object[row.length];
    for (int i = 0; i < row.length; i++) {
      converted[i] = Reflection.argument(types[i], row[i]);
    }
    return converted;
  }

  static Object[] arguments(CompiledModel model, Method own, Object[] row) {
    List<String> columns =
        Arrays.stream(model.stepMethod().getParameters()).map(Parameter::getName).toList();
    return Arrays.stream(own.getParameters())
        .map(parameter -> row[columns.indexOf(parameter.getName())])
        .toArray();
  }

  /** All models with predictions, compiled at once. */
  private static final class Shared {
    static final List<Predicting> MODELS =
        TestModels.all().map(PredictionOracleTest::predicting).toList();
    static final ClassLoader LOADER = loader();

    private static ClassLoader loader() {
      Compilation compilation =
          Compilations.compiler()
              .withOptions("-parameters")
              .compile(MODELS.stream().map(Predicting::source).toList());
      assertThat(compilation.errors()).isEmpty();
      return new GeneratedClasses(compilation);
    }
  }

  /**
   * A model with predictions.
   *
   * @param names theirs
   */
  record Predicting(TestModel model, String text, List<String> names) {
    JavaFileObject source() {
      return JavaFileObjects.forSourceString("models." + model.name(), text);
    }

    @Override
    public String toString() {
      return model.name();
    }
  }

  /**
   * Adds a prediction to the methods whose arguments are columns, and one that returns an array of
   * what the loss gives.
   */
  static Predicting predicting(TestModel tested) {
    String text = SHAPE.matcher(tested.text()).replaceAll("");
    Matcher loss = LOSS.matcher(text);
    assertThat(loss.find()).isTrue();
    List<String> columns = arguments(loss.group(2));
    List<String> methods = METHOD.matcher(text).results().map(match -> match.group(1)).toList();
    List<String> names = new ArrayList<>(List.of("lossAndMore"));
    String annotated =
        METHOD
            .matcher(text)
            .replaceAll(
                match -> {
                  boolean isPrediction =
                      columns.containsAll(arguments(match.group(2)))
                          && Collections.frequency(methods, match.group(1)) == 1
                          && !isAnnotated(text, match);
                  if (isPrediction) {
                    names.add(match.group(1));
                  }
                  String annotation = isPrediction ? "\n  @dev.brisk.Predict" : "";
                  return annotation + Matcher.quoteReplacement(match.group());
                });
    String call =
        columns.stream()
            .map(column -> column.substring(column.lastIndexOf(' ') + 1))
            .collect(Collectors.joining(", "));
    String more =
        """
        @dev.brisk.Predict
          double[] lossAndMore(%s) {
            double[] more = new double[3];
            more[1] = %s(%s);
            more[2] += more[1] * more[1];
            return more;
          }

          @Loss"""
            .formatted(loss.group(2), loss.group(1), call);
    return new Predicting(tested, annotated.replaceFirst("@Loss", more), names);
  }

  private static boolean isAnnotated(String text, MatchResult match) {
    String before = text.substring(0, match.start());
    return before.substring(before.lastIndexOf('\n') + 1).startsWith("  @");
  }

  private static List<String> arguments(String declared) {
    return declared.isBlank() ? List.of() : List.of(declared.strip().split(",\\s+"));
  }
}
