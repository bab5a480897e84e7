package dev.brisk.processor.documentation;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.optimizer.Setting;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.optimizer.UpdateRules;
import dev.brisk.processor.schedule.Form;
import dev.brisk.processor.schedule.Forms;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The text of {@code docs/annotations.md}, from the comments of package {@code dev.brisk}. */
final class AnnotationReference {
  private static final Map<ElementType, String> PLACES =
      Map.of(
          ElementType.TYPE, "a class",
          ElementType.FIELD, "a field",
          ElementType.METHOD, "a method",
          ElementType.PARAMETER, "an argument of a method");

  private final Javadoc javadoc;
  private final StringBuilder page = new StringBuilder();

  AnnotationReference(Javadoc javadoc) {
    this.javadoc = javadoc;
  }

  String text() {
    page.append(
        """
        # Annotations

        What is written on a model: every annotation of package `dev.brisk`, and every enum that they take. This page is
        made from their Javadoc and from what the compiler reads, and a test holds it to both.

        """);
    for (ElementType place :
        List.of(ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER)) {
      page.append("- On ").append(PLACES.get(place)).append(": ");
      page.append(links(annotations().stream().filter(type -> place(type) == place).toList()));
    }
    page.append("- Enums: ").append(links(enums()));
    page.append(
        """

        A length or a rate that is out of its range is an error of the compiler, at the attribute itself:
        [problems](problems/README.md). How optimizers and schedules compute is told, with formulas and curves, in
        [optimizers and schedules](optimizers-and-schedules.md); what a method may contain in [the language](language.md),
        with `@Derivative` of package `dev.brisk.ops`.
        """);
    annotations().forEach(this::annotation);
    enums().forEach(this::constants);
    return page.toString();
  }

  private List<TypeElement> annotations() {
    return ofKind(ElementKind.ANNOTATION_TYPE);
  }

  private List<TypeElement> enums() {
    return ofKind(ElementKind.ENUM);
  }

  private List<TypeElement> ofKind(ElementKind kind) {
    return javadoc.types().stream().filter(type -> type.getKind() == kind).toList();
  }

  private static ElementType place(TypeElement annotation) {
    ElementType[] places = annotation.getAnnotation(Target.class).value();
    if (places.length != 1) {
      throw new IllegalArgumentException(annotation + " has several places");
    }
    return places[0];
  }

  private static String name(TypeElement type) {
    String name = type.getSimpleName().toString();
    return type.getKind() == ElementKind.ANNOTATION_TYPE ? "@" + name : name;
  }

  private static String links(List<TypeElement> types) {
    return types.stream()
        .map(type -> "[`" + name(type) + "`](" + Markdown.address(type) + ")")
        .collect(Collectors.joining(", ", "", "\n"));
  }

  private void annotation(TypeElement annotation) {
    page.append("\n## ").append(name(annotation)).append("\n\n");
    page.append("On ").append(PLACES.get(place(annotation)));
    page.append(
        annotation.getAnnotation(Repeatable.class) != null ? ", also several.\n\n" : ".\n\n");
    page.append(Markdown.of(javadoc, annotation)).append('\n');
    List<ExecutableElement> attributes = ElementFilter.methodsIn(annotation.getEnclosedElements());
    if (!attributes.isEmpty()) {
      page.append("\n| attribute | type | default | |\n|---|---|---|---|\n");
      attributes.forEach(this::attribute);
    }
    switch (annotation.getSimpleName().toString()) {
      case "Optimizer" -> algorithms();
      case "Schedule" -> decays();
      default -> {}
    }
  }

  private void attribute(ExecutableElement attribute) {
    page.append("| `").append(attribute.getSimpleName()).append("` | ");
    page.append(type(attribute.getReturnType())).append(" | ");
    page.append(standard(attribute)).append(" | ");
    page.append(Markdown.cell(javadoc, attribute)).append(" |\n");
  }

  private String type(TypeMirror type) {
    return javadoc.types().stream()
        .filter(known -> known.asType().toString().equals(type.toString()))
        .map(known -> "[`" + known.getSimpleName() + "`](" + Markdown.address(known) + ")")
        .findFirst()
        .orElse("`" + type.toString().replace("java.lang.", "") + "`");
  }

  /** The default; none to tell is a NaN, which stands for what is not written. */
  private String standard(ExecutableElement attribute) {
    AnnotationValue value = attribute.getDefaultValue();
    if (value == null) {
      return "required";
    }
    if (value.getValue() instanceof VariableElement constant) {
      return "`" + constant.getSimpleName() + "`";
    }
    if (value.getValue() instanceof Double number) {
      return number.isNaN() ? ofNone(attribute) : "`" + javadoc.standard(attribute, number) + "`";
    }
    return "`" + value.getValue() + "`";
  }

  private static String ofNone(ExecutableElement attribute) {
    return attribute.getEnclosingElement().getSimpleName().contentEquals("Optimizer")
        ? "[its own](#what-each-algorithm-reads)"
        : "";
  }

  private void algorithms() {
    page.append("\n### What each algorithm reads\n\nWith its defaults:\n\n| | |\n|---|---|\n");
    for (UpdateRule rule : UpdateRules.all()) {
      page.append("| `").append(rule.algorithm()).append("` | ");
      page.append(
          rule.settings().stream()
              .map(setting -> "`" + setting.attribute() + "` " + standard(setting))
              .collect(Collectors.joining(", ", "", " |\n")));
    }
  }

  /** The default of an algorithm; a flag is a number there. */
  static String standard(Setting setting) {
    return switch (setting.attribute()) {
      case "nesterov", "amsgrad", "centered" -> String.valueOf(setting.standard() != 0);
      default -> Figures.number(setting.standard());
    };
  }

  private void decays() {
    page.append("\n### What each decay reads\n\n| | |\n|---|---|\n");
    for (Form form : Forms.all()) {
      page.append("| `").append(form.decay()).append("` | ");
      page.append(
          form.reads().stream()
              .map(attribute -> "`" + attribute + "`")
              .collect(Collectors.joining(", ", "", " |\n")));
    }
  }

  private void constants(TypeElement type) {
    page.append("\n## ").append(name(type)).append("\n\n");
    page.append(Markdown.of(javadoc, type)).append("\n\n| constant | |\n|---|---|\n");
    type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .forEach(
            constant -> {
              page.append("| `").append(constant.getSimpleName()).append("` | ");
              page.append(Markdown.cell(javadoc, constant)).append(" |\n");
            });
  }
}
