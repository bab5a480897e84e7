package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.ops.Derivative;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.MathFunction;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that {@code docs/language.md} lists are those that there are. */
@Tag("javac")
class LanguagePageTest {
  private static final Page PAGE = Page.of("language.md");
  private static final Pattern FORMULA = Pattern.compile("\\$([^$]+)\\$");
  private static final double WIDTH = 1e-5;

  /** A row of a table that begins with a call, {@code `pow(a, b)`}. */
  record Row(String function, List<String> arguments, List<String> derivatives) {
    static Row of(String line) {
      String[] cells = line.split(" \\| ");
      String call = cells[0].substring("| `".length(), cells[0].length() - 1);
      String function = call.substring(0, call.indexOf('('));
      return new Row(
          function,
          List.of(call.substring(function.length() + 1, call.length() - 1).split(", ")),
          FORMULA.matcher(cells[1]).results().map(formula -> formula.group(1)).toList());
    }

    String call() {
      return function + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String toString() {
      return call();
    }
  }

  private static List<Row> rows(String section) throws IOException {
    List<Row> rows = new ArrayList<>();
    String heading = "";
    for (String line : PAGE.lines()) {
      if (line.startsWith("## ")) {
        heading = line.substring("## ".length());
      } else if (heading.equals(section) && line.matches("\\| `\\w+\\(.*")) {
        rows.add(Row.of(line));
      }
    }
    return rows;
  }

  @Test
  void listsTheFunctionsOfMathThatAProgramMayCall() throws IOException {
    assertThat(rows("Functions of Math"))
        .extracting(Row::function)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(MathFunction.values()).map(MathFunction::methodName).toList());
  }

  static Stream<Row> derived() throws IOException {
    return rows("Functions of Math").stream().filter(row -> !row.derivatives().isEmpty());
  }

  /** Against central differences of the function, whose error is below 1e-9. */
  @ParameterizedTest
  @MethodSource("derived")
  void derivativesAreThoseOfTheFunction(Row row) throws ReflectiveOperationException {
    double[] at = {0.3, 0.7, 0.2};
    Class<?>[] types = new Class<?>[row.arguments().size()];
    Arrays.fill(types, double.class);
    Method function = Math.class.getMethod(row.function(), types);
    Map<String, Double> names = new HashMap<>();
    for (int k = 0; k < types.length; k++) {
      names.put(row.arguments().get(k), at[k]);
    }
    names.put("y", value(function, at, 0, 0));

    assertThat(row.derivatives()).hasSize(types.length);
    for (int k = 0; k < types.length; k++) {
      double slope = (value(function, at, k, WIDTH) - value(function, at, k, -WIDTH)) / (2 * WIDTH);
      assertThat(Formula.value(row.derivatives().get(k), names)).isCloseTo(slope, within(1e-8));
    }
  }

  private static double value(Method function, double[] at, int k, double shift)
      throws ReflectiveOperationException {
    Object[] arguments = new Object[function.getParameterCount()];
    Arrays.setAll(arguments, i -> i == k ? at[i] + shift : at[i]);
    return ((Number) function.invoke(null, arguments)).doubleValue();
  }

  @Test
  void listsAllLosses() throws IOException {
    assertThat(rows("Losses")).extracting(Row::call).containsExactlyElementsOf(calls("Losses"));
  }

  @Test
  void listsAllOperations() throws IOException {
    assertThat(rows("Operations"))
        .extracting(Row::call)
        .containsExactlyInAnyOrderElementsOf(calls("Ops"));
  }

  /** The public methods that are no derivatives of others, each once for its two precisions. */
  private static Set<String> calls(String type) {
    TypeElement owner = Javadoc.ofPackage("dev.brisk.ops").type(type);
    List<ExecutableElement> methods = ElementFilter.methodsIn(owner.getEnclosedElements());
    Set<String> derivatives =
        methods.stream()
            .flatMap(method -> method.getParameters().stream())
            .map(parameter -> parameter.getAnnotation(Derivative.class))
            .filter(derivative -> derivative != null)
            .map(Derivative::value)
            .collect(Collectors.toSet());
    return methods.stream()
        .filter(method -> method.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> !derivatives.contains(method.getSimpleName().toString()))
        .map(
            method ->
                method.getParameters().stream()
                    .map(parameter -> parameter.getSimpleName().toString())
                    .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")")))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"language.md", "optimizers-and-schedules.md", "annotations.md"})
  void linksToProblemsThatThereAre(String page) throws IOException {
    Pattern link = Pattern.compile("\\(problems/([a-z-]+)\\.md\\)");

    assertThat(
            link.matcher(Page.of(page).text()).results().map((MatchResult found) -> found.group(1)))
        .isSubsetOf(Arrays.stream(Problem.values()).map(Problem::id).toList());
  }
}
