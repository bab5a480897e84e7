package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import dev.brisk.processor.diagnostic.Problem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem has an example that shows it, at its line and column, and one that does not. */
@Tag("javac")
class ProblemExamplesTest {
  /** Problems that no source file alone can cause; they are tested elsewhere. */
  private static final Set<Problem> NOT_OF_THE_SOURCE =
      Set.of(
          Problem.OPTION_VALUE_UNKNOWN,
          Problem.PREVIEW_NOT_WRITTEN,
          Problem.NO_METHOD_BODIES,
          Problem.INTERNAL_ERROR);

  static Stream<Problem> problems() {
    return Arrays.stream(Problem.values()).filter(problem -> !NOT_OF_THE_SOURCE.contains(problem));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void isReportedAtTheMarkedPlacesOfItsBadExampleAndNothingElseIs(Problem problem) {
    Example example = Example.bad(problem).orElseThrow(() -> new AssertionError("no bad example"));

    Compilation compilation = example.compile();

    assertThat(places(compilation.diagnostics())).isEqualTo(places(example));
    for (int i = 0; i < example.marks().size(); i++) {
      assertThat(sorted(compilation.diagnostics()).get(i).getMessage(Locale.ROOT))
          .startsWith("brisk[" + problem.id() + "]: ")
          .contains(example.marks().get(i).text())
          .matches(MessageForm::isKept, "is three sentences, each with a capital letter");
    }
  }

  @ParameterizedTest
  @MethodSource("problems")
  void getsNoWordInItsGoodExample(Problem problem) {
    Example example = good(problem);

    assertThat(Good.COMPILATION.diagnostics())
        .filteredOn(diagnostic -> isOf(diagnostic, example))
        .isEmpty();
  }

  @Test
  void goodExamplesCompileWithoutAnyWord() {
    assertThat(Good.COMPILATION.diagnostics()).isEmpty();
    assertThat(Good.COMPILATION.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  private static Example good(Problem problem) {
    return Example.good(problem).orElseThrow(() -> new AssertionError("no good example"));
  }

  private static boolean isOf(Diagnostic<? extends JavaFileObject> diagnostic, Example example) {
    return diagnostic.getSource() != null
        && ("/" + diagnostic.getSource().getName()).contains("/" + example.packageName() + "/");
  }

  /** The good ones, compiled at once. */
  private static final class Good {
    static final Compilation COMPILATION =
        Example.compileApart(problems().map(ProblemExamplesTest::good).toList());
  }

  @Test
  void everyExampleIsOneOfAProblem() {
    List<String> ids = problems().map(Problem::id).toList();

    assertThat(ids).containsAll(Example.ids("bad")).containsAll(Example.ids("good"));
  }

  private static List<String> places(Example example) {
    return example.marks().stream().map(mark -> mark.line() + ":" + mark.column()).toList();
  }

  private static List<String> places(
      ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return sorted(diagnostics).stream()
        .map(
            diagnostic ->
                diagnostic.getLineNumber()
                    + ":"
                    + diagnostic.getColumnNumber()
                    + (diagnostic.getMessage(Locale.ROOT).startsWith("brisk[")
                        ? ""
                        : " " + diagnostic))
        .toList();
  }

  /** By place; javac prints the problems of annotations and those of trees in turns. */
  private static List<Diagnostic<? extends JavaFileObject>> sorted(
      ImmutableList<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .sorted(
            Comparator.comparing(Diagnostic<? extends JavaFileObject>::getLineNumber)
                .thenComparing(Diagnostic::getColumnNumber))
        .toList();
  }
}
