package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import dev.brisk.processor.read.MethodSource;
import dev.brisk.processor.read.ModelPrograms;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the bodies of a model's loss, metrics and predictions. */
public final class ProgramReader {
  private final Elements elements;
  private final Types types;
  private final Trees trees;
  private final BiConsumer<ExpressionTree, Type> observer;

  public ProgramReader(Elements elements, Types types, Trees trees) {
    this(elements, types, trees, (tree, type) -> {});
  }

  /**
   * @param observer is told the type of every expression that is read
   */
  ProgramReader(
      Elements elements, Types types, Trees trees, BiConsumer<ExpressionTree, Type> observer) {
    this.elements = elements;
    this.types = types;
    this.trees = trees;
    this.observer = observer;
  }

  /** The programs of the model; empty if one cannot be compiled. */
  public Optional<ModelPrograms> read(
      TypeElement model, ModelSource source, Diagnostics diagnostics) {
    Optional<Program> loss = program(model, source, source.loss(), diagnostics);
    List<Program> metrics = programs(model, source, source.metrics(), diagnostics);
    List<Program> predictions = programs(model, source, source.predictions(), diagnostics);
    boolean complete =
        loss.isPresent()
            && metrics.size() == source.metrics().size()
            && predictions.size() == source.predictions().size();
    return complete
        ? Optional.of(new ModelPrograms(loss.get(), metrics, predictions))
        : Optional.empty();
  }

  private List<Program> programs(
      TypeElement model, ModelSource source, List<MethodSource> methods, Diagnostics diagnostics) {
    return methods.stream()
        .flatMap(method -> program(model, source, method, diagnostics).stream())
        .toList();
  }

  private Optional<Program> program(
      TypeElement model, ModelSource source, MethodSource method, Diagnostics diagnostics) {
    Variables variables = new Variables();
    Map<String, Variable> parameters = new LinkedHashMap<>();
    for (ParameterSource parameter : source.parameters()) {
      parameters.put(
          parameter.name(),
          variables.fresh(parameter.name(), parameter.type(), Variable.Kind.PARAMETER));
    }
    List<Variable> arguments = new ArrayList<>();
    for (MethodSource.Argument argument : method.arguments()) {
      arguments.add(variables.fresh(argument.name(), argument.type(), Variable.Kind.ARGUMENT));
    }
    ExecutableElement element = element(model, method);
    ModelContext context = new ModelContext(model, elements, types, trees, parameters, observer);
    ProgramBuilder builder = new ProgramBuilder(variables);
    source
        .parameters()
        .forEach(parameter -> builder.shaped(parameters.get(parameter.name()), parameter.shape()));
    for (int i = 0; i < arguments.size(); i++) {
      builder.shaped(arguments.get(i), method.arguments().get(i).shape());
    }
    List<Variable> result = new ArrayList<>();
    Block body =
        builder.block(
            () -> {
              try {
                new BodyReader(context, builder, diagnostics, Set.of(element), element)
                    .read(reads(arguments, method))
                    .map(value -> ResultReader.variable(method.name(), value, builder))
                    .ifPresent(result::add);
              } catch (Refusal refusal) {
                refusal.diagnostic().ifPresent(diagnostics::add);
                builder.leaveIncomplete();
              }
            });
    if (result.isEmpty() || !builder.isComplete()) {
      return Optional.empty();
    }
    return Optional.of(
        new Program(
            method.name(),
            List.copyOf(parameters.values()),
            arguments,
            builder.sources(),
            body,
            result.get(0),
            variables));
  }

  private static List<Expr> reads(List<Variable> arguments, MethodSource method) {
    return arguments.stream()
        .<Expr>map(argument -> new Expr.Read(argument, method.place()))
        .toList();
  }

  /** The method that was read, which its name and the types of its arguments tell from others. */
  private static ExecutableElement element(TypeElement model, MethodSource method) {
    List<Optional<Type>> types =
        method.arguments().stream().map(argument -> Optional.of(argument.type())).toList();
    return ElementFilter.methodsIn(model.getEnclosedElements()).stream()
        .filter(candidate -> candidate.getSimpleName().contentEquals(method.name()))
        .filter(
            candidate ->
                candidate.getParameters().stream()
                    .map(parameter -> JavaTypes.of(parameter.asType()))
                    .toList()
                    .equals(types))
        .findFirst()
        .orElseThrow();
  }
}
