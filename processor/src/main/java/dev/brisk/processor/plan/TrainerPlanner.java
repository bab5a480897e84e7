package dev.brisk.processor.plan;

import dev.brisk.processor.code.Routine;
import dev.brisk.processor.derive.Descent;
import dev.brisk.processor.derive.Gradient;
import dev.brisk.processor.derive.Plain;
import dev.brisk.processor.derive.Tangent;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.optimizer.Setting;
import dev.brisk.processor.optimizer.Settings;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.optimizer.UpdateRules;
import dev.brisk.processor.plan.ParameterPlan.Treatment;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.MethodSource;
import dev.brisk.processor.read.ModelPrograms;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.DeclaredRun;
import dev.brisk.runtime.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans the trainer of a valid model. */
public final class TrainerPlanner {
  private TrainerPlanner() {}

  /** The plan; empty if the loss cannot be differentiated, which the diagnostics then say. */
  public static Optional<TrainerPlan> derived(
      ModelSource model, ModelPrograms programs, Diagnostics diagnostics) {
    Program loss = programs.loss();
    Gradient gradient = Gradient.times("dLoss", loss, diagnostics);
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    List<ParameterPlan> parameters = ParameterPlanner.of(model);
    List<ParameterPlan> summed = plans(gradient.sums().keySet(), loss, parameters);
    boolean isPlain = update(model).isPlainDescent();
    boolean areAlike = parameters.stream().allMatch(TrainerPlanner::hasNothingOfItsOwn);
    boolean isAveraged = model.averaging().isPresent();
    // An average changes in all rows, also those that no example touches.
    Map<Variable, Integer> widths =
        SparsePlanner.of(model, gradient, isPlain && !isAveraged, diagnostics);
    List<SparsePlan> sparse = new ArrayList<>();
    widths.forEach(
        (variable, width) ->
            sparse.add(new SparsePlan(parameters.get(loss.parameters().indexOf(variable)), width)));
    Routine accumulating = gradient.accumulating(widths);
    Routine plain = Plain.of(loss);
    boolean sumsInUpdate = model.clipping().isEmpty() && update(model).measure().isEmpty();
    Batches batches =
        new BatchPlanner(programs, parameters, summed)
            .of(plain, accumulating, columns(model.loss()), predictions(model), sumsInUpdate);
    List<Prediction> predicted = programs.predictions().stream().map(Prediction::of).toList();
    Computation.Derived derived =
        new Computation.Derived(
            plain,
            accumulating,
            summed,
            sparse,
            isPlain
                    && areAlike
                    && !isAveraged
                    && model.clipping().isEmpty()
                    && batches.plan().isEmpty()
                    && !gradient.drops()
                ? descent(loss)
                : Optional.empty(),
            programs.metrics().stream().map(Plain::of).toList(),
            predicted,
            batches,
            model.trainable().flag("hessian")
                ? hessian(loss, parameters, widths, diagnostics)
                : Optional.empty(),
            model.trainable().flag("predictor")
                ? Optional.of(
                    PredictorPlanner.of(
                        model.predictions(), predictions(model), predicted, diagnostics))
                : Optional.empty());
    MethodSizes.check(model, derived, diagnostics);
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(plan(model, derived));
  }

  /**
   * The plan of a model whose methods are not looked into: it has a gradient of its own, or the
   * compiler does not show them.
   */
  public static TrainerPlan called(ModelSource model) {
    return plan(
        model,
        model
            .gradient()
            .<Computation>map(name -> new Computation.HandWritten(model.loss().name(), name))
            .orElseGet(
                () ->
                    new Computation.Unread(
                        model.trainable().flag("hessian"), model.trainable().flag("predictor"))));
  }

  private static TrainerPlan plan(ModelSource model, Computation computation) {
    double learningRate = settings(model).values().get("learningRate");
    RunPlan run = DeclaredRun.of(model);
    AroundPlan around = AroundPlanner.of(model, learningRate, run);
    return new TrainerPlan(
        model.name(),
        model.isPublic(),
        model.precision(),
        learningRate,
        WrittenAnnotations.optimizer(model),
        WrittenAnnotations.others(model),
        update(model),
        groups(model),
        around,
        RatePlanner.of(model, around.rate(), rule(model), settings(model)),
        run,
        ParameterPlanner.of(model),
        columns(model.loss()),
        model.metrics().stream().map(MethodSource::name).toList(),
        predictions(model),
        computation);
  }

  private static Update update(ModelSource model) {
    return rule(model).update(settings(model));
  }

  private static boolean hasNothingOfItsOwn(ParameterPlan parameter) {
    return parameter.treatment().equals(new Treatment(1, true, false));
  }

  /** In the order of their first parameters. */
  private static List<UpdateGroup> groups(ModelSource model) {
    Update decaying = update(model);
    Update other = rule(model).update(settings(model).without("weightDecay"));
    Map<Treatment, List<ParameterPlan>> alike = new LinkedHashMap<>();
    for (ParameterPlan parameter : ParameterPlanner.of(model)) {
      if (!parameter.treatment().isFrozen()) {
        alike.computeIfAbsent(parameter.treatment(), any -> new ArrayList<>()).add(parameter);
      }
    }
    return alike.entrySet().stream()
        .map(
            group ->
                new UpdateGroup(
                    group.getKey().decays() ? decaying : other,
                    group.getKey().rateFactor(),
                    group.getValue()))
        .toList();
  }

  private static UpdateRule rule(ModelSource model) {
    return UpdateRules.of(model.optimizer().choice("value"));
  }

  private static Settings settings(ModelSource model) {
    Declaration optimizer = model.optimizer();
    Map<String, Double> values = new LinkedHashMap<>();
    for (Setting setting : rule(model).settings()) {
      String attribute = setting.attribute();
      values.put(
          attribute,
          optimizer.isWritten(attribute) ? value(optimizer, attribute) : setting.standard());
    }
    boolean isCycled =
        model.schedules().stream().anyMatch(schedule -> schedule.flag("cycleMomentum"));
    return new Settings(values, rule(model).cyclable().filter(attribute -> isCycled));
  }

  private static double value(Declaration optimizer, String attribute) {
    Object value = optimizer.attribute(attribute).value();
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    return ((Number) value).doubleValue();
  }

  private static Optional<HessianPlan> hessian(
      Program loss,
      List<ParameterPlan> parameters,
      Map<Variable, Integer> widths,
      Diagnostics diagnostics) {
    Tangent.Directed slope = Tangent.of(loss, diagnostics);
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    Gradient gradient = Gradient.times("dSlope", slope.program(), diagnostics);
    return Optional.of(
        new HessianPlan(
            gradient.accumulating(widths),
            plans(slope.directions().keySet(), loss, parameters),
            plans(gradient.sums().keySet(), loss, parameters)));
  }

  private static List<ParameterPlan> plans(
      Set<Variable> variables, Program loss, List<ParameterPlan> parameters) {
    return variables.stream()
        .map(variable -> parameters.get(loss.parameters().indexOf(variable)))
        .toList();
  }

  private static Optional<Routine> descent(Program loss) {
    // Derived before with the same program, and then without a diagnostic.
    return Descent.of(Gradient.times("rate", loss, new Diagnostics()));
  }

  private static List<ColumnPlan> columns(MethodSource method) {
    return method.arguments().stream()
        .map(
            argument ->
                new ColumnPlan(
                    argument.name(),
                    argument.type(),
                    argument.shape(),
                    ParameterPlanner.lengths(argument.type(), argument.shape())))
        .toList();
  }

  private static List<PredictionPlan> predictions(ModelSource model) {
    return model.predictions().stream().map(method -> prediction(method, model.loss())).toList();
  }

  private static PredictionPlan prediction(MethodSource method, MethodSource loss) {
    List<ColumnPlan> ofLoss = columns(loss);
    List<ColumnPlan> columns =
        columns(method).stream()
            .map(
                own ->
                    ofLoss.stream()
                        .filter(column -> column.name().equals(own.name()))
                        .filter(column -> !column.lengths().isEmpty())
                        .findFirst()
                        .orElse(own))
            .toList();
    return new PredictionPlan(method.name(), method.result(), columns);
  }
}
