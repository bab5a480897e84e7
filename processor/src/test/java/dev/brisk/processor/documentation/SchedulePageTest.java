package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import dev.brisk.processor.schedule.Form;
import dev.brisk.processor.schedule.Forms;
import dev.brisk.runtime.Trainer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/optimizers-and-schedules.md} says of schedules is what trainers do. */
@Tag("javac")
class SchedulePageTest {
  private static final Page PAGE = Page.of("optimizers-and-schedules.md");
  private static final Javadoc JAVADOC = Javadoc.ofPackage("dev.brisk");
  private static final int RUN = 100;
  private static final long[] SHOWN = {0, 10, 20, 30, 40, 60, 80, RUN - 1};

  @TempDir private static Path pictures;

  private static ClassLoader models;

  /** Together, as that is faster. A warning would be one of an example that is shown. */
  @BeforeAll
  static void compileAllModels() throws IOException {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BriskProcessor())
            .withOptions("-Abrisk.preview=" + pictures)
            .compile(
                curves()
                    .map(curve -> JavaFileObjects.forSourceString(curve.model(), curve.source()))
                    .toList());
    assertThat(compilation.diagnostics()).isEmpty();
    models = new GeneratedClasses(compilation);
  }

  static Stream<DrawnCurve> curves() throws IOException {
    return DrawnCurve.of(PAGE.lines()).stream();
  }

  private static Trainer<?> trainer(DrawnCurve curve) {
    return CompiledModel.of(models, curve.model(), "loss").trainer();
  }

  @ParameterizedTest
  @MethodSource("curves")
  void showsTheCurveThatTheCompilerDraws(DrawnCurve curve) throws IOException {
    String image = "images/schedules/" + curve.name() + ".svg";
    Trainer<?> trainer = trainer(curve);

    Page.of(image).assertIs(Files.readString(pictures.resolve(curve.model() + ".svg")));
    PAGE.assertPart(
        "curve of " + curve.name(),
        "![Learning rate: %s](%s)\n\n".formatted(curve.name().replace('-', ' '), image)
            + table("step", LongStream.of(SHOWN).mapToObj(Long::toString).toList())
            + Symbols.row(
                Stream.concat(
                        Stream.of("rate"),
                        LongStream.of(SHOWN)
                            .mapToObj(t -> Figures.rounded(trainer.learningRateAt(t))))
                    .toList()));
  }

  private static String table(String title, List<String> cells) {
    List<String> head = new ArrayList<>(List.of(title));
    head.addAll(cells);
    return Symbols.row(head) + Symbols.row(head.stream().map(cell -> "---").toList());
  }

  static Stream<DrawnCurve> curvesWithFormulas() throws IOException {
    return curves().filter(curve -> !curve.formulas().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("curvesWithFormulas")
  void formulasGiveTheRatesOfTheTrainer(DrawnCurve curve) {
    Trainer<?> trainer = trainer(curve);
    Map<String, Double> names = letters(curve);

    for (int t = 0; t < RUN; t++) {
      names.put("t", (double) t);
      for (long milestone : milestones(curve)) {
        names.merge("n", milestone == t ? 1.0 : 0.0, Double::sum);
      }
      curve.formulas().forEach((left, right) -> names.put(left, Formula.value(right, names)));

      assertThat(names.get("\\eta(t)"))
          .as("rate of step %d", t)
          .isCloseTo(trainer.learningRateAt(t), within(1e-13));
    }
  }

  private static long[] milestones(DrawnCurve curve) {
    return curve.name().equals("multi-step") ? new long[] {50, 75} : new long[0];
  }

  /** What the letters stand for: what is written, or else the default that is told. */
  private static Map<String, Double> letters(DrawnCurve curve) {
    Map<String, Double> figures = new HashMap<>(curve.figures());
    Map<String, Double> letters = new HashMap<>(Map.of("\\eta_0", 0.1, "N", (double) RUN));
    if (curve.section().equals("Warm-up")) {
      letters.put("W", figures.get("steps"));
      letters.put("s", figures.getOrDefault("startFactor", 0.0));
      return letters;
    }
    figures.putIfAbsent("stepSizeDown", figures.get("stepSizeUp"));
    stated(curve.section())
        .forEach(
            (attribute, value) -> {
              if (value.matches("[0-9].*")) {
                figures.putIfAbsent(attribute, number(value));
              }
            });
    Symbols.OF_SCHEDULE.forEach(
        (attribute, letter) -> {
          if (figures.get(attribute) != null) {
            letters.put(letter, figures.get(attribute));
          }
        });
    return letters;
  }

  private static double number(String stated) {
    return stated.equals("1/3") ? 1.0 / 3 : Double.parseDouble(stated);
  }

  private static Map<String, String> stated(String decay) {
    return StatedDefaults.of(JAVADOC, JAVADOC.constant("Decay", decay), "Schedule");
  }

  static Stream<Form> forms() {
    return Forms.all().stream();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void tellsAttributesWithTheirDefaults(Form form) throws IOException {
    Map<String, String> stated = stated(form.decay());
    Map<String, String> defaults = new LinkedHashMap<>();
    for (String attribute : form.reads()) {
      if (!attribute.equals("interval")) {
        defaults.put(attribute, stated.getOrDefault(attribute, "the rest of the run"));
      }
    }

    PAGE.assertPart("attributes of " + form.decay(), Symbols.table(defaults, Symbols.OF_SCHEDULE));
  }

  @Test
  void tellsWhatAPlateauMakesOfObservations() throws IOException {
    double[] observed = {1, 0.8, 0.8, 0.81, 0.8, 0.7, 0.9, 0.9};
    DrawnCurve plateau =
        curves().filter(curve -> curve.name().equals("plateau")).findFirst().orElseThrow();
    Trainer<?> trainer = trainer(plateau);
    List<String> rates = new ArrayList<>(List.of("rate"));
    for (double value : observed) {
      trainer.observe(value);
      rates.add(Figures.rounded(trainer.learningRate()));
    }

    PAGE.assertPart(
        "observations of plateau",
        table("observed", DoubleStream.of(observed).mapToObj(Figures::number).toList())
            + Symbols.row(rates));
  }
}
