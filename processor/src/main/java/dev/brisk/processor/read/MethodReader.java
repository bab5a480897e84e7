package dev.brisk.processor.read;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads the signatures of a model's loss, metrics and predictions. */
final class MethodReader {
  private final Elements elements;
  private final DeclarationReader declarations;

  MethodReader(Elements elements, DeclarationReader declarations) {
    this.elements = elements;
    this.declarations = declarations;
  }

  /** The loss; a second one is a problem, none is another. */
  Optional<MethodSource> readLoss(TypeElement model, Diagnostics diagnostics) {
    List<ExecutableElement> losses = methods(model, Loss.class);
    if (losses.isEmpty()) {
      diagnostics.add(Problem.MISSING_LOSS, ElementPlace.of(model), model.getSimpleName());
      return Optional.empty();
    }
    ExecutableElement first = losses.get(0);
    for (ExecutableElement other : losses.subList(1, losses.size())) {
      diagnostics.add(
          Problem.SEVERAL_LOSSES,
          ElementPlace.of(other),
          other.getSimpleName(),
          first.getSimpleName());
    }
    return read(first, Loss.class, Role.LOSS, diagnostics);
  }

  /** The metrics in source order. */
  List<MethodSource> readMetrics(
      TypeElement model, Optional<MethodSource> loss, Diagnostics diagnostics) {
    List<MethodSource> metrics = new ArrayList<>();
    for (ExecutableElement method : methods(model, Metric.class)) {
      MetricForm.checkName(method, diagnostics);
      read(method, Metric.class, Role.METRIC, diagnostics)
          .ifPresent(
              metric -> {
                loss.ifPresent(of -> MetricForm.checkArguments(metric, of, diagnostics));
                metrics.add(metric);
              });
    }
    return metrics;
  }

  /** The predictions in source order. */
  List<MethodSource> readPredictions(
      TypeElement model,
      Optional<MethodSource> loss,
      List<MethodSource> metrics,
      Diagnostics diagnostics) {
    List<MethodSource> predictions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ExecutableElement method : methods(model, Predict.class)) {
      PredictForm.checkName(method, metrics, names, diagnostics);
      names.add(method.getSimpleName().toString());
      read(method, Predict.class, Role.PREDICT, diagnostics)
          .ifPresent(
              prediction -> {
                loss.ifPresent(of -> PredictForm.checkArguments(prediction, of, diagnostics));
                predictions.add(prediction);
              });
    }
    return predictions;
  }

  /** The method, unless a type of its signature has no meaning to Brisk. */
  private Optional<MethodSource> read(
      ExecutableElement method,
      Class<? extends Annotation> annotation,
      Role role,
      Diagnostics diagnostics) {
    MethodForm.check(method, role, diagnostics);
    Optional<Type> result = Signatures.type(method.getReturnType()).filter(role::allowsResult);
    if (result.isEmpty()) {
      diagnostics.add(
          Problem.UNSUPPORTED_RESULT_TYPE,
          ElementPlace.of(method),
          role.annotation(),
          method.getSimpleName(),
          method.getReturnType(),
          role.results(),
          role.insteadOf(method.getReturnType()));
    }
    List<MethodSource.Argument> arguments = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      readArgument(parameter, diagnostics).ifPresent(arguments::add);
    }
    if (result.isEmpty() || arguments.size() < method.getParameters().size()) {
      return Optional.empty();
    }
    return Optional.of(
        new MethodSource(
            method.getSimpleName().toString(),
            result.get(),
            List.copyOf(arguments),
            declarations.read(method, Brisk.find(method, annotation).orElseThrow()),
            ElementPlace.of(method)));
  }

  private Optional<MethodSource.Argument> readArgument(
      VariableElement parameter, Diagnostics diagnostics) {
    String name = parameter.getSimpleName().toString();
    Optional<Type> type = Signatures.type(parameter.asType()).filter(Signatures::isArgumentType);
    if (type.isEmpty()) {
      diagnostics.add(
          Problem.UNSUPPORTED_ARGUMENT_TYPE,
          ElementPlace.of(parameter),
          name,
          parameter.asType(),
          Signatures.insteadOfArgument(parameter.asType()));
      return Optional.empty();
    }
    if (type.get().isRecord()) {
      RecordForm.check(parameter, elements, diagnostics);
    }
    List<Integer> shape =
        Brisk.find(parameter, Shape.class)
            .map(annotation -> declarations.read(parameter, annotation))
            .map(read -> Shapes.read(read, "value", type.get(), name, diagnostics))
            .orElse(List.of());
    return Optional.of(
        new MethodSource.Argument(name, type.get(), shape, ElementPlace.of(parameter)));
  }

  /** The methods with the annotation, in source order. */
  static List<ExecutableElement> methods(
      TypeElement model, Class<? extends Annotation> annotation) {
    return ElementFilter.methodsIn(model.getEnclosedElements()).stream()
        .filter(method -> Brisk.has(method, annotation))
        .toList();
  }
}
