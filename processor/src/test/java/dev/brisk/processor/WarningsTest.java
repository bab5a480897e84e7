package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings can be silenced where they are, and raised to errors. */
@Tag("javac")
class WarningsTest {
  /** Three warnings: a parameter that is not used, and two divisions, one of them in a helper. */
  private static final String MODEL =
      """
      import dev.brisk.*;

      /*class*/
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Model {
        @Parameter double weight;
        /*field*/ @Parameter double bias;

        /*loss*/
        @Loss
        double loss(double x) {
          /*local*/ double half = 1 / 2;
          return half * third() * weight * x;
        }

        /*helper*/
        static double third() {
          return 1 / 3;
        }
      }
      """;

  @Test
  void areWarningsAndTheTrainerIsWritten() {
    Compilation compilation = compile(MODEL);

    assertThat(compilation).succeeded();
    assertThat(ids(compilation))
        .containsExactlyInAnyOrder("parameter-unused", "integer-division", "integer-division");
    assertThat(compilation).generatedSourceFile("ModelTrainer");
  }

  @ParameterizedTest
  @CsvSource({
    "class, parameter-unused, 2",
    "class, integer-division, 1",
    "field, parameter-unused, 2",
    "loss, integer-division, 2",
    "helper, integer-division, 2",
    "local, integer-division, 2",
    // Silenced elsewhere, or something else.
    "loss, parameter-unused, 3",
    "field, integer-division, 3",
    "class, log-of-sigmoid, 3",
    "class, division, 3"
  })
  void areSilencedByTheirIdWhereTheyAre(String where, String id, int left) {
    String silenced = silenced(where, "\"brisk:" + id + "\"");

    assertThat(ids(compile(silenced))).hasSize(left);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"unchecked\", \"brisk:integer-division\"}",
        "value = \"brisk:integer-division\"",
        "value = {(\"brisk:integer-division\")}"
      })
  void areSilencedHoweverTheAnnotationIsWritten(String value) {
    assertThat(ids(compile(silenced("local", value)))).hasSize(2);
    assertThat(ids(compile(silenced("helper", value)))).hasSize(2);
  }

  @Test
  void ofMembersAreSilencedByConstantsToo() {
    String source =
        silenced("helper", "Model.DIVISION")
            .replace(
                "/*field*/", "static final String DIVISION = \"brisk:\" + \"integer-division\";\n");

    assertThat(ids(compile(source))).hasSize(2);
  }

  @Test
  void thatAreSilencedLeaveTheStrictestBuildAlone() {
    String source = silenced("class", "{\"brisk:integer-division\", \"brisk:parameter-unused\"}");

    Compilation compilation = compile(source, "-Xlint:all,-processing", "-Werror");

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation).succeeded();
  }

  @Test
  void becomeErrorsByAnOptionAndNoTrainerIsWritten() {
    Sources sources = new Sources();

    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor(), sources)
            .withOptions("-Abrisk.lint=error")
            .compile(JavaFileObjects.forSourceString("Model", MODEL));

    assertThat(compilation).failed();
    assertThat(compilation.warnings()).isEmpty();
    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).replaceAll(":.*", ""))
        .containsOnly("brisk[parameter-unused]", "brisk[integer-division]")
        .hasSize(3);
    assertThat(sources.classes).containsExactly("Model");
  }

  @Test
  void thatAreSilencedDoNotBecomeErrors() {
    String source = silenced("class", "{\"brisk:integer-division\", \"brisk:parameter-unused\"}");

    Compilation compilation = compile(source, "-Abrisk.lint=error");

    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("ModelTrainer");
  }

  @Test
  void errorsCannotBeSilenced() {
    String source = silenced("class", "\"brisk:learning-rate-not-positive\"").replace("0.1", "0");

    assertThat(compile(source)).hadErrorContaining("brisk[learning-rate-not-positive]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Abrisk.lint=eror", "-Abrisk.lint=", "-Abrisk.lint", "-Abrisk.lint=ERROR"})
  void ofAnUnknownKindAreRefusedOnce(String option) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions(option)
            .compile(
                JavaFileObjects.forSourceString("Model", MODEL),
                JavaFileObjects.forSourceString("Other", MODEL.replace("Model", "Other")));

    assertThat(compilation).failed();
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("brisk[option-value-unknown]: the option `-Abrisk.lint` is set to `")
        .contains("`warning` or `error`");
  }

  @Test
  void canBeAskedForAsTheyAre() {
    assertThat(ids(compile(MODEL, "-Abrisk.lint=warning"))).hasSize(3);
  }

  /** javac would say "The following options were not recognized by any processor". */
  @Test
  void theOptionIsKnownToJavac() {
    Compilation compilation = compile(MODEL, "-Xlint:processing", "-Abrisk.lint=warning");

    assertThat(compilation.diagnostics())
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .noneMatch(message -> message.contains("not recognized"));
  }

  private static String silenced(String where, String value) {
    return MODEL.replace("/*" + where + "*/", "@SuppressWarnings(" + value + ")");
  }

  private static Compilation compile(String source, String... options) {
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .withOptions((Object[]) options)
        .compile(JavaFileObjects.forSourceString("Model", source));
  }

  private static List<String> ids(Compilation compilation) {
    List<String> ids = new ArrayList<>();
    compilation
        .diagnostics()
        .forEach(
            diagnostic ->
                ids.add(
                    diagnostic
                        .getMessage(Locale.ROOT)
                        .replaceAll("(?s)brisk\\[([a-z-]+)].*", "$1")));
    return ids;
  }

  /** Notes the classes that there are sources of, generated ones too. */
  private static final class Sources extends AbstractProcessor {
    private final List<String> classes = new ArrayList<>();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      round.getRootElements().forEach(type -> classes.add(type.getSimpleName().toString()));
      return false;
    }
  }
}
