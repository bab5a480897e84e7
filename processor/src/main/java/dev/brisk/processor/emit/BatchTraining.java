package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.batch.BatchRoutine.WeightSum;
import dev.brisk.processor.plan.BatchPlan;
import dev.brisk.processor.plan.ColumnPlan;
import dev.brisk.processor.plan.Computation.Derived;
import dev.brisk.processor.plan.FusedUpdate;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.plan.UpdateGroup;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the training on a batch that is computed at once. First the losses of all examples and the
 * derivatives by all outputs of products, example by example; then the gradients of weights and
 * their updates, row by row. Each of these phases may be split over threads.
 */
final class BatchTraining {
  private static final String DERIVATIVES = "DERIVATIVES";

  private final TrainerPlan plan;
  private final Derived derived;
  private final BatchPlan batch;
  private final BatchMethods methods;
  private final TrainerFields fields;
  private final Map<ColumnPlan, String> columns = new LinkedHashMap<>();
  private final Map<ColumnPlan, String> singles = new LinkedHashMap<>();

  /** What the columns are called in methods that take them. */
  private final Map<ColumnPlan, String> formal = new LinkedHashMap<>();

  private final Map<ParameterPlan, String> phases = new LinkedHashMap<>();
  private final Map<ParameterPlan, String> updates = new LinkedHashMap<>();

  BatchTraining(TrainerPlan plan, Derived derived, BatchMethods methods, TrainerFields fields) {
    this.plan = plan;
    this.derived = derived;
    this.batch = derived.batches().plan().orElseThrow();
    this.methods = methods;
    this.fields = fields;
    LocalNames names = new LocalNames();
    List.of("from", "size", "dropKey", "rate", "loss", "total", "i").forEach(names::fresh);
    for (ColumnPlan column : plan.columns()) {
      formal.put(column, names.fresh(column.name()));
      String name = TrainerFields.capitalized(column.name());
      columns.put(column, fields.fresh("batch" + name));
      singles.put(column, fields.fresh("single" + name));
    }
    for (FusedUpdate fused : batch.fused()) {
      String name = fused.parameter().name();
      phases.put(fused.parameter(), fields.fresh("UPDATE_" + constant(name)));
      updates.put(fused.parameter(), fields.fresh("update" + TrainerFields.capitalized(name)));
    }
  }

  /** {@code HIDDEN_WEIGHTS} for {@code hiddenWeights}. */
  static String constant(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }

  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    constants.add(phase(DERIVATIVES, 0));
    phases.values().forEach(name -> constants.add(phase(name, constants.size())));
    return constants;
  }

  private static FieldSpec phase(String name, int number) {
    return TrainerWriter.constant(
        TypeName.INT, name, Integer.toString(number), "a phase of a step, which threads share");
  }

  List<FieldSpec> declarations() {
    List<FieldSpec> declarations = new ArrayList<>();
    columns.forEach(
        (column, name) ->
            declarations.add(FieldSpec.builder(rows(column), name, Modifier.PRIVATE).build()));
    singles.forEach(
        (column, name) ->
            declarations.add(
                FieldSpec.builder(rows(column), name, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer(
                        "new $T[1]$L",
                        JavaTypeNames.of(column.type().element()),
                        "[]".repeat(column.type().rank()))
                    .build()));
    declarations.add(FieldSpec.builder(TypeName.INT, "batchFrom", Modifier.PRIVATE).build());
    declarations.add(FieldSpec.builder(TypeName.INT, "batchSize", Modifier.PRIVATE).build());
    if (plan.drops()) {
      declarations.add(FieldSpec.builder(TypeName.LONG, "batchKey", Modifier.PRIVATE).build());
    }
    if (!phases.isEmpty()) {
      declarations.add(FieldSpec.builder(TypeName.DOUBLE, "batchRate", Modifier.PRIVATE).build());
    }
    return declarations;
  }

  private static TypeName rows(ColumnPlan column) {
    return ArrayTypeName.of(JavaTypeNames.of(column.type()));
  }

  List<MethodSpec> methods() {
    return List.of(derivatives(), part());
  }

  /** The columns of the examples, each followed by a comma. */
  static CodeBlock of(TrainerPlan plan) {
    CodeBlock.Builder code = CodeBlock.builder();
    plan.columns().forEach(column -> code.add("examples.$L,$W", column.name()));
    return code.build();
  }

  /** Statements that do a step on one example. */
  CodeBlock step() {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock.Builder arguments = CodeBlock.builder();
    singles.forEach(
        (column, name) -> {
          code.addStatement("$L[0] = $L", name, column.name());
          arguments.add("$L,$W", name);
        });
    return code.addStatement("return train($L0, 1)", arguments.build()).build();
  }

  /**
   * Takes the columns, and the range of the batch.
   *
   * @param takesKey whether the key of what is dropped follows
   */
  MethodSpec.Builder overRows(String name, boolean takesKey) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE).returns(TypeName.DOUBLE);
    formal.forEach((column, own) -> method.addParameter(rows(column), own));
    method.addParameter(TypeName.INT, "from").addParameter(TypeName.INT, "size");
    return takesKey ? method.addParameter(TypeName.LONG, "dropKey") : method;
  }

  /** What {@link #overRows} takes, handed on. */
  CodeBlock handedOn() {
    CodeBlock.Builder code = CodeBlock.builder();
    formal.values().forEach(name -> code.add("$L,$W", name));
    return code.add("from,$Wsize").build();
  }

  private MethodSpec derivatives() {
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("reserve(size)");
    columns.forEach((column, name) -> code.addStatement("$L = $L", name, formal.get(column)));
    code.addStatement("batchFrom = from").addStatement("batchSize = size");
    if (plan.drops()) {
      code.addStatement("batchKey = dropKey");
    }
    cleared(code);
    if (batch.gradient().isSplittable()) {
      code.addStatement("split($L, size, $L)", DERIVATIVES, operations());
    } else {
      code.addStatement("part($L, 0, size)", DERIVATIVES);
    }
    return overRows("derivatives", plan.drops())
        .addJavadoc(
            "The mean loss of a batch; leaves in the batch's arrays what its gradient is made of.\n")
        .addCode(
            code.addStatement("double total = 0")
                .beginControlFlow("for (int i = 0; i < size; i++)")
                .addStatement("total += $L[i]", methods.workspace(batch.gradient().results()))
                .endControlFlow()
                .addStatement("return total / size")
                .build())
        .build();
  }

  /** Sums that examples add to one by one. */
  private void cleared(CodeBlock.Builder code) {
    for (int i = 0; i < derived.summed().size(); i++) {
      Variable sum = derived.gradient().extras().get(i + 1);
      if (batch.gradient().extras().contains(sum)
          || plan.sparse(derived.summed().get(i)).isPresent()) {
        code.add(fields.cleared(derived.summed().get(i)));
      }
    }
    if (!plan.scalars().isEmpty()) {
      code.addStatement("$T.fill($L, 0)", Arrays.class, fields.scalarGradient());
    }
  }

  /** Multiply-adds of one example: by all weights on the way there, and by their inputs back. */
  private CodeBlock operations() {
    List<CodeBlock> sizes = new ArrayList<>();
    for (WeightSum sum : batch.gradient().sums()) {
      if (sum.input().isPresent()) {
        sizes.add(CodeBlock.of("model.$L.length", methods.parameter(sum).name()));
      }
    }
    return sizes.isEmpty()
        ? CodeBlock.of("0")
        : CodeBlock.of("2L * ($L)", CodeBlock.join(sizes, " + "));
  }

  private MethodSpec part() {
    CodeBlock.Builder code = CodeBlock.builder();
    List<CodeBlock> taken = new ArrayList<>();
    columns.values().forEach(name -> taken.add(CodeBlock.of(name)));
    taken.add(CodeBlock.of("batchFrom, batchSize, first, end"));
    code.beginControlFlow("switch (phase)");
    code.addStatement("case $L -> $L", DERIVATIVES, methods.gradient(taken, extras()));
    phases.forEach(
        (parameter, phase) ->
            code.addStatement("case $L -> $L(first, end)", phase, updates.get(parameter)));
    code.addStatement("default -> super.part(phase, first, end)").endControlFlow();
    return MethodSpec.methodBuilder("part")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addParameter(TypeName.INT, "phase")
        .addParameter(TypeName.INT, "first")
        .addParameter(TypeName.INT, "end")
        .addCode(code.build())
        .build();
  }

  /** The further arguments of the gradient, as far as its routine takes them. */
  private List<CodeBlock> extras() {
    List<Variable> formal = derived.gradient().extras();
    List<CodeBlock> given = new ArrayList<>();
    boolean isFloat = derived.gradient().result().type().element() == Scalar.FLOAT;
    given.add(CodeBlock.of(isFloat ? "(float) (1.0 / batchSize)" : "1.0 / batchSize"));
    derived.summed().forEach(parameter -> given.add(CodeBlock.of(fields.gradient(parameter))));
    if (!plan.scalars().isEmpty()) {
      given.add(CodeBlock.of(fields.scalarGradient()));
    }
    if (plan.drops()) {
      given.add(CodeBlock.of("batchKey"));
    }
    List<CodeBlock> taken = new ArrayList<>();
    for (int i = 0; i < formal.size(); i++) {
      if (batch.gradient().extras().contains(formal.get(i))) {
        taken.add(given.get(i));
      }
    }
    return taken;
  }

  /** Statements that add up all gradients of weights. */
  CodeBlock summed() {
    CodeBlock.Builder code = CodeBlock.builder();
    derived.summed().forEach(parameter -> code.add(sums(parameter)));
    return code.build();
  }

  /** Statements that add up the gradient of a parameter, if that is left to the update. */
  CodeBlock summed(ParameterPlan parameter) {
    return batch.sumsInUpdate() ? sums(parameter) : CodeBlock.of("");
  }

  private CodeBlock sums(ParameterPlan parameter) {
    CodeBlock.Builder code = CodeBlock.builder();
    int at = derived.summed().indexOf(parameter);
    if (at < 0) {
      return code.build();
    }
    Variable variable = derived.gradient().extras().get(at + 1);
    boolean isBegun = batch.gradient().extras().contains(variable);
    for (WeightSum sum : batch.gradient().sums()) {
      if (sum.sum().equals(variable)) {
        if (!isBegun) {
          code.add(fields.cleared(parameter));
          isBegun = true;
        }
        code.addStatement(
            sum.input().isEmpty()
                ? CodeBlock.of(
                    "$L.affineByBias($L, batchSize, 0, $L, $L)",
                    BatchMethods.KERNEL,
                    methods.workspace(sum.upstream()),
                    sum.outputs(),
                    fields.gradient(parameter))
                : byWeights(sum, parameter, "0, " + sum.outputs(), "0"));
      }
    }
    return code.build();
  }

  private CodeBlock byWeights(WeightSum sum, ParameterPlan parameter, String rows, String at) {
    Variable input = sum.input().orElseThrow();
    boolean isColumn = batch.gradient().isColumn(input);
    String rowsOfInput =
        isColumn
            ? columns.get(plan.columns().get(batch.gradient().columns().indexOf(input)))
            : methods.workspace(input);
    return CodeBlock.of(
        "$L.affineByWeights($L,$W$L,$W$L,$WbatchSize,$W$L,$W$L,$W$L,$W$L)",
        BatchMethods.KERNEL,
        methods.workspace(sum.upstream()),
        rowsOfInput,
        isColumn ? "batchFrom" : "0",
        rows,
        sum.inputs(),
        fields.gradient(parameter),
        at);
  }

  /** Statements that update the matrices of a group that are updated row by row. */
  CodeBlock updated(UpdateGroup group) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<FusedUpdate> fused =
        batch.fused().stream()
            .filter(update -> group.parameters().contains(update.parameter()))
            .toList();
    if (!fused.isEmpty()) {
      code.addStatement("batchRate = rate");
    }
    for (FusedUpdate update : fused) {
      code.addStatement(
          "split($L, $L, $LL * batchSize)",
          phases.get(update.parameter()),
          update.sum().outputs(),
          update.sum().inputs());
    }
    return code.build();
  }

  /**
   * The method that updates a matrix row by row.
   *
   * @param ofRows the update of a range of rows
   */
  MethodSpec update(FusedUpdate fused, ArrayUpdate ofRows) {
    ParameterPlan parameter = fused.parameter();
    int rows = fused.rowsAtOnce();
    int inputs = fused.sum().inputs();
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("double rate = batchRate")
        .add(GroupUpdate.stepScalars(ofRows.update()))
        .beginControlFlow("for (int row = first; row < end; row += $L)", rows)
        .addStatement("int next = $T.min(row + $L, end)", Math.class, rows)
        .addStatement("int from = row * $L", inputs)
        .addStatement("int to = next * $L", inputs)
        .addStatement("$T.fill($L, from, to, 0)", Arrays.class, fields.gradient(parameter))
        .addStatement(byWeights(fused.sum(), parameter, "row, next", "from"))
        .addStatement(
            ofRows.updated(
                Slice.ofRows(parameter, fields, CodeBlock.of("from, to")), Optional.empty()))
        .endControlFlow();
    return MethodSpec.methodBuilder(updates.get(parameter))
        .addJavadoc(
            "One update of some rows of {@code $L}. The gradient of a few of them is added up and"
                + "\nused while it is in cache.\n",
            parameter.name())
        .addModifiers(Modifier.PRIVATE)
        .addParameter(TypeName.INT, "first")
        .addParameter(TypeName.INT, "end")
        .addCode(code.build())
        .build();
  }
}
