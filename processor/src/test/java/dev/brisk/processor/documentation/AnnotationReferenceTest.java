package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.Schedule;
import dev.brisk.processor.optimizer.Setting;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.optimizer.UpdateRules;
import dev.brisk.processor.schedule.Form;
import dev.brisk.processor.schedule.Forms;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationReferenceTest {
  private static final Javadoc JAVADOC = Javadoc.ofPackage("dev.brisk");

  @Test
  void isMadeFromTheComments() throws IOException {
    Page.of("annotations.md").assertIs(new AnnotationReference(JAVADOC).text());
  }

  static Stream<UpdateRule> rules() {
    return UpdateRules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void algorithmsStateWhatTheyReadAndItsDefaults(UpdateRule rule) {
    Element algorithm = JAVADOC.constant("Algorithm", rule.algorithm());

    Map<String, String> stated = StatedDefaults.of(JAVADOC, algorithm, "Optimizer");

    assertThat(stated.keySet())
        .containsExactlyInAnyOrderElementsOf(
            rule.settings().stream().map(Setting::attribute).toList());
    assertThat(stated)
        .allSatisfy(
            (attribute, value) -> assertThat(number(value)).isEqualTo(standard(rule, attribute)));
  }

  private static double number(String stated) {
    return switch (stated) {
      case "true" -> 1;
      case "false" -> 0;
      default -> Double.parseDouble(stated);
    };
  }

  private static double standard(UpdateRule rule, String attribute) {
    return rule.settings().stream()
        .filter(setting -> setting.attribute().equals(attribute))
        .mapToDouble(Setting::standard)
        .findFirst()
        .orElseThrow();
  }

  static Stream<Form> forms() {
    return Forms.all().stream();
  }

  /** Every schedule reads its length and what that counts; the type says so once. */
  @ParameterizedTest
  @MethodSource("forms")
  void decaysStateWhatTheyReadAndItsDefaults(Form form) {
    Element decay = JAVADOC.constant("Decay", form.decay());
    Map<String, String> stated = StatedDefaults.of(JAVADOC, decay, "Schedule");

    assertThat(stated.keySet())
        .containsExactlyInAnyOrderElementsOf(
            form.reads().stream()
                .filter(attribute -> !attribute.equals("steps") && !attribute.equals("interval"))
                .toList());
    assertThat(stated)
        .allSatisfy(
            (attribute, value) -> assertThat(isDefault(value, annotated(attribute))).isTrue());
  }

  private static Object annotated(String attribute) {
    return Stream.of(Schedule.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(attribute))
        .map(Method::getDefaultValue)
        .findFirst()
        .orElseThrow();
  }

  /** A default out of the attribute's range stands for one that each decay has of its own. */
  private static boolean isDefault(String stated, Object annotated) {
    if (annotated instanceof Number number) {
      double value = number.doubleValue();
      return stated.equals("1/3")
          ? value == 1.0 / 3
          : isOpen(stated, value) || number(stated) == value;
    }
    return annotated.getClass().isArray()
        || annotated.equals("")
        || stated.equals(annotated.toString());
  }

  private static boolean isOpen(String stated, double value) {
    return Double.isNaN(value) || (value == 0 && !stated.equals("0"));
  }
}
