package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.optimizer.Setting;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.optimizer.UpdateRules;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/optimizers-and-schedules.md} says of optimizers is what trainers do. */
@Tag("javac")
class OptimizerPageTest {
  private static final Page PAGE = Page.of("optimizers-and-schedules.md");
  private static final String ASSIGNS = " &\\leftarrow ";

  private static ClassLoader models;

  /** An algorithm with settings in place of its defaults. */
  record Configuration(String name, UpdateRule rule, Map<String, Double> written) {
    double value(Setting setting) {
      return written.getOrDefault(setting.attribute(), setting.standard());
    }

    String source() {
      StringBuilder attributes = new StringBuilder();
      written.forEach(
          (attribute, value) ->
              attributes
                  .append(", ")
                  .append(attribute)
                  .append(" = ")
                  .append(isFlag(attribute) ? value != 0 : value));
      return """
      import dev.brisk.*;

      @Trainable
      @Optimizer(value = Algorithm.%s%s)
      class %s {
        @Parameter double p = 0.5;

        @Loss
        double loss(double gradient) {
          return gradient * p;
        }
      }
      """
          .formatted(rule.algorithm(), attributes, name);
    }

    @Override
    public String toString() {
      return rule.algorithm() + written;
    }
  }

  private static boolean isFlag(String attribute) {
    return List.of("nesterov", "amsgrad", "centered").contains(attribute);
  }

  /** Each with its defaults, and with all of its settings and flags. */
  static Stream<Configuration> configurations() {
    return UpdateRules.all().stream()
        .flatMap(
            rule ->
                Stream.of(
                        written(rule, false, false),
                        written(rule, true, false),
                        written(rule, true, true))
                    .distinct()
                    .map(settings -> new Configuration(name(rule, settings), rule, settings)));
  }

  private static String name(UpdateRule rule, Map<String, Double> settings) {
    return rule.algorithm() + "_" + String.join("_", settings.keySet());
  }

  private static Map<String, Double> written(UpdateRule rule, boolean settings, boolean flags) {
    Map<String, Double> written = new LinkedHashMap<>();
    Map<String, Double> others =
        Map.of(
            "learningRate", 0.03,
            "momentum", 0.8,
            "dampening", 0.3,
            "weightDecay", 0.2,
            "learningRateDecay", 0.1,
            "initialAccumulator", 0.4,
            "momentumDecay", 0.02,
            "epsilon", 1e-3);
    for (Setting setting : rule.settings()) {
      String attribute = setting.attribute();
      if (isFlag(attribute) ? flags : settings && others.containsKey(attribute)) {
        written.put(attribute, isFlag(attribute) ? 1 : others.get(attribute));
      }
    }
    if (written.containsKey("nesterov")) {
      written.remove("dampening");
    }
    return written;
  }

  @BeforeAll
  static void compileAllModels() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BriskProcessor())
            .compile(
                configurations()
                    .map(model -> JavaFileObjects.forSourceString(model.name(), model.source()))
                    .toList());
    assertThat(compilation.errors()).isEmpty();
    models = new GeneratedClasses(compilation);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void formulasGiveTheUpdatesOfTheTrainer(Configuration configuration) throws IOException {
    CompiledModel model = CompiledModel.of(models, configuration.name(), "loss");
    Map<String, String> formulas = formulas(configuration.rule().algorithm());
    Map<String, Double> names = letters(configuration);
    formulas.keySet().forEach(line -> names.putIfAbsent(target(line), 0.0));
    names.put("p", 0.5);
    Random random = new Random(3);

    for (int t = 1; t <= 20; t++) {
      double gradient = t == 7 ? 0 : random.nextGaussian();
      names.put("t", (double) t);
      names.put("g", gradient);
      formulas.forEach((line, right) -> names.put(target(line), Formula.value(right, names)));
      model.step(gradient);

      assertThat(names.get("p"))
          .as("after update %d", t)
          .isCloseTo(model.parameters()[0], withinPercentage(1e-10));
    }
  }

  /** The lines of the section of an algorithm: what each changes, with its number, and to what. */
  private static Map<String, String> formulas(String algorithm) throws IOException {
    Map<String, String> formulas = new LinkedHashMap<>();
    String section = "";
    for (String line : PAGE.lines()) {
      if (line.startsWith("#")) {
        section = line;
      } else if (section.equals("### " + algorithm) && line.contains(ASSIGNS)) {
        int assigns = line.indexOf(ASSIGNS);
        String right = line.substring(assigns + ASSIGNS.length());
        formulas.put(
            formulas.size() + " " + line.substring(0, assigns),
            right.endsWith(" \\\\") ? right.substring(0, right.length() - 3) : right);
      }
    }
    return formulas;
  }

  private static String target(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  private static Map<String, Double> letters(Configuration configuration) {
    Map<String, Double> letters = new HashMap<>();
    for (Setting setting : configuration.rule().settings()) {
      String letter = Symbols.OF_OPTIMIZER.get(setting.attribute());
      letters.put(
          letter == null ? "{" + setting.attribute() + "}" : letter, configuration.value(setting));
    }
    return letters;
  }

  static Stream<UpdateRule> rules() {
    return UpdateRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void tellsSettingsWithTheirDefaults(UpdateRule rule) throws IOException {
    Map<String, String> defaults = new LinkedHashMap<>();
    rule.settings()
        .forEach(
            setting -> defaults.put(setting.attribute(), AnnotationReference.standard(setting)));

    PAGE.assertPart(
        "settings of " + rule.algorithm(), Symbols.table(defaults, Symbols.OF_OPTIMIZER));
  }

  @Test
  void hasASectionOfEachAlgorithmInTheirOrder() throws IOException {
    List<String> sections = new ArrayList<>();
    for (String part : PAGE.parts()) {
      if (part.startsWith("settings of ")) {
        sections.add(part.substring("settings of ".length()));
      }
    }

    assertThat(sections)
        .containsExactlyElementsOf(UpdateRules.all().stream().map(UpdateRule::algorithm).toList());
  }
}
