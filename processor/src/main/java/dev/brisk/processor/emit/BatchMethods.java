package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import dev.brisk.kernel.Kernel;
import dev.brisk.kernel.Kernels;
import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.batch.BatchRoutine.WeightSum;
import dev.brisk.processor.plan.BatchPlan;
import dev.brisk.processor.plan.ColumnPlan;
import dev.brisk.processor.plan.Computation.Derived;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.PredictionPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** What a trainer computes of a batch at once: methods, and the statements that call them. */
final class BatchMethods {
  /** The constant that calls of kernels are made on. */
  static final String KERNEL = "KERNEL";

  private static final String LOSS = "lossesOf";
  private static final String GRADIENT = "lossesAndDerivatives";

  private final TrainerPlan plan;
  private final Derived derived;
  private final BatchPlan batch;
  private final ClassName model;
  private final TrainerFields fields;
  private final ScratchFields scratch;
  private final Map<String, RoutineWriter.Written> written = new LinkedHashMap<>();

  /** The names of the workspace arrays, by the variables of the routine of the gradient. */
  private final Map<Variable, String> names = new LinkedHashMap<>();

  BatchMethods(
      TrainerPlan plan,
      Derived derived,
      BatchPlan batch,
      ClassName model,
      TrainerFields fields,
      ScratchFields scratch) {
    this.plan = plan;
    this.derived = derived;
    this.batch = batch;
    this.model = model;
    this.fields = fields;
    this.scratch = scratch;
    add(
        GRADIENT,
        batch.gradient(),
        "The losses of some examples of a batch, and the derivatives that their gradient is made of, times {@code dLoss}.");
    add(LOSS, batch.loss(), "The losses of some examples of a batch.");
    batch
        .metrics()
        .forEach(
            (metric, routine) ->
                add(
                    ofEach(metric),
                    routine,
                    "{@code " + metric + "} of some examples of a batch."));
    batch
        .predictions()
        .forEach(
            (prediction, routine) ->
                add(
                    ofEach(prediction),
                    routine,
                    "{@code " + prediction + "} of some examples of a batch."));
    List<String> workspace = scratch.forRoutine(written.get(GRADIENT).scratch());
    for (int i = 0; i < batch.gradient().workspace().size(); i++) {
      names.put(batch.gradient().workspace().get(i).variable(), workspace.get(i));
    }
  }

  private static String ofEach(String name) {
    return name + "OfEach";
  }

  private void add(String name, BatchRoutine routine, String documentation) {
    written.put(
        name,
        RoutineWriter.write(
            routine, name, model, CodeBlock.of("$L\n", SourceText.filled(documentation, 90))));
    scratch.forRoutine(written.get(name).scratch());
  }

  /** The kernels of this JVM, as a constant of the class: so HotSpot binds the calls. */
  static FieldSpec kernel() {
    return FieldSpec.builder(
            Kernel.class, KERNEL, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.chosen()", Kernels.class)
        .build();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    written.values().forEach(each -> methods.add(each.method()));
    scratch.reserve().ifPresent(methods::add);
    return methods;
  }

  /** Whether the metric, or the loss, is computed in batches. */
  boolean computesMean(String name) {
    return name.equals("loss") || batch.metrics().containsKey(name);
  }

  /** Statements that give the mean of the loss, or of a metric, of all examples. */
  CodeBlock mean(String name) {
    boolean isLoss = name.equals("loss");
    BatchRoutine routine = isLoss ? batch.loss() : batch.metrics().get(name);
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("double total = 0");
    beginBatches(code);
    total(isLoss ? LOSS : ofEach(name), routine, plan.columns(), code);
    return code.endControlFlow().addStatement("return total / examples.size()").build();
  }

  boolean computes(PredictionPlan prediction) {
    return batch.predictions().containsKey(prediction.name());
  }

  /** Statements that put the predictions of all examples into {@code predictions}. */
  CodeBlock predictions(PredictionPlan prediction) {
    String name = ofEach(prediction.name());
    CodeBlock.Builder code = CodeBlock.builder();
    beginBatches(code);
    results(name, batch.predictions().get(prediction.name()), prediction.columns(), code);
    boolean isArray = prediction.result().isArray();
    return code.beginControlFlow("for (int i = 0; i < size; i++)")
        .addStatement("predictions[from + i] = results[i]$L", isArray ? ".clone()" : "")
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private static void beginBatches(CodeBlock.Builder code) {
    code.beginControlFlow("for (int from = 0; from < examples.size(); from += EVALUATED_AT_ONCE)")
        .addStatement("int size = $T.min(EVALUATED_AT_ONCE, examples.size() - from)", Math.class)
        .addStatement("reserve(size)");
  }

  /** The array of the workspace that a variable of the gradient's routine is. */
  String workspace(Variable variable) {
    return names.get(variable);
  }

  /** The parameter that a sum of the gradient's routine is of. */
  ParameterPlan parameter(WeightSum sum) {
    // The first of the extras is the factor of the loss.
    return derived.summed().get(derived.gradient().extras().indexOf(sum.sum()) - 1);
  }

  /**
   * A call of the routine of losses and derivatives.
   *
   * @param examples the columns and the range
   */
  CodeBlock gradient(List<CodeBlock> examples, List<CodeBlock> extras) {
    return call(GRADIENT, examples, extras);
  }

  private void total(
      String name, BatchRoutine routine, List<ColumnPlan> columns, CodeBlock.Builder code) {
    results(name, routine, columns, code);
    code.beginControlFlow("for (int i = 0; i < size; i++)")
        .addStatement("total += results[i]")
        .endControlFlow();
  }

  /** A call that gives the {@code results} of {@code size} examples. */
  private void results(
      String name, BatchRoutine routine, List<ColumnPlan> columns, CodeBlock.Builder code) {
    List<CodeBlock> taken = new ArrayList<>();
    columns.forEach(column -> taken.add(CodeBlock.of("examples.$L", column.name())));
    taken.add(CodeBlock.of("from, size, 0, size"));
    code.addStatement(
        "$T results = $L",
        JavaTypeNames.of(routine.results().type()),
        call(name, taken, List.of()));
  }

  private CodeBlock call(String name, List<CodeBlock> examples, List<CodeBlock> extras) {
    RoutineWriter.Written method = written.get(name);
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of(fields.model())));
    arguments.addAll(examples);
    arguments.addAll(extras);
    method.touched().forEach(touched -> arguments.add(CodeBlock.of(fields.touchedRows(touched))));
    scratch.forRoutine(method.scratch()).forEach(each -> arguments.add(CodeBlock.of(each)));
    return CodeBlock.of("$L($L)", name, CodeBlock.join(arguments, ",$W"));
  }
}
