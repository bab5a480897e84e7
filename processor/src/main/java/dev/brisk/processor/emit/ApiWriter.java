package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.brisk.ops.Dropout;
import dev.brisk.processor.plan.ColumnPlan;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javax.lang.model.element.Modifier;

/** Writes the methods of the contract: steps, losses, metrics and gradients. */
final class ApiWriter {
  private final TrainerPlan plan;
  private final ClassName examples;
  private final TrainerFields fields;
  private final ExampleMethods methods;
  private final Optional<BatchMethods> batches;
  private final Optional<BatchTraining> training;
  private final TypeName element;

  /**
   * @param methods that compute something of one example
   * @param batches what is computed of a batch at once
   * @param training on a batch that is
   */
  ApiWriter(
      TrainerPlan plan,
      ClassName examples,
      TrainerFields fields,
      ExampleMethods methods,
      Optional<BatchMethods> batches,
      Optional<BatchTraining> training) {
    this.plan = plan;
    this.examples = examples;
    this.fields = fields;
    this.methods = methods;
    this.batches = batches;
    this.training = training;
    this.element = JavaTypeNames.of(plan.precision());
  }

  List<MethodSpec> methods() {
    CodeBlock row = ExamplesWriter.row(plan.columns(), "examples", "i");
    List<MethodSpec> all = new ArrayList<>();
    all.add(step());
    all.add(trainBatch());
    all.add(mean("loss", () -> methods.loss(row)).addAnnotation(Override.class).build());
    for (String metric : plan.metrics()) {
      all.add(
          mean(metric, () -> methods.metric(metric, row))
              .addJavadoc("The mean {@code $L} of all examples.\n", metric)
              .build());
    }
    all.add(metrics());
    all.addAll(new PredictionWriter(plan, examples, fields, methods, batches).methods());
    all.add(gradient());
    training.ifPresent(batch -> all.add(train(batch)));
    all.add(training.map(this::accumulate).orElseGet(this::accumulate));
    if (!plan.arrays().isEmpty()) {
      all.add(checkParameters());
    }
    return all;
  }

  private static MethodSpec.Builder publicMethod(String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC);
  }

  private void checkParameters(CodeBlock.Builder code) {
    if (!plan.arrays().isEmpty()) {
      code.addStatement("checkParameters()");
    }
  }

  private MethodSpec step() {
    LocalNames names = new LocalNames();
    plan.columns().forEach(column -> names.fresh(column.name()));
    String rate = names.fresh("rate");
    String loss = names.fresh("loss");
    CodeBlock.Builder code = CodeBlock.builder();
    averaging("requireTrainedWeights()", code);
    checkParameters(code);
    lengthsChecked(plan.columns(), code);
    if (training.isPresent()) {
      code.add(training.get().step());
    } else {
      stepOnExample(rate, loss, code);
    }
    MethodSpec.Builder method =
        publicMethod("step")
            .addJavadoc("One update on one example. Returns its loss before the update.\n")
            .returns(TypeName.DOUBLE);
    arguments(plan.columns(), method);
    return method.addCode(code.build()).build();
  }

  private void stepOnExample(String rate, String loss, CodeBlock.Builder code) {
    CodeBlock example = names(plan.columns());
    code.addStatement("double $L = learningRate()", rate);
    Optional<CodeBlock> descent = methods.descent(example, rate);
    if (descent.isPresent()) {
      code.beginControlFlow("if (isMonitored())");
      updateOnExample(example, rate, loss, code);
      code.endControlFlow().addStatement("double $L = finite($L)", loss, descent.get());
      counted(loss, code);
    } else {
      updateOnExample(example, rate, loss, code);
    }
  }

  /** A step in which the gradient is added up first. */
  private void updateOnExample(
      CodeBlock example, String rate, String loss, CodeBlock.Builder code) {
    CodeBlock gradient = methods.gradient(example, "1", key("dropKey()", "0"));
    CodeBlock completed = methods.completed("1");
    code.add(methods.cleared());
    if (completed.isEmpty()) {
      code.addStatement("double $L = finite($L)", loss, gradient);
    } else {
      code.addStatement("double $L = $L", loss, gradient)
          .add(completed)
          .addStatement("finite($L)", loss);
    }
    update(rate, code);
    counted(loss, code);
  }

  private static void counted(String loss, CodeBlock.Builder code) {
    code.addStatement("countStep()").addStatement("return $L", loss);
  }

  /** Takes the columns of one example as arguments. */
  static void arguments(List<ColumnPlan> columns, MethodSpec.Builder method) {
    for (ColumnPlan column : columns) {
      method.addParameter(JavaTypeNames.of(column.type()), column.name());
    }
  }

  /** Those arguments, handed on. */
  static CodeBlock names(List<ColumnPlan> columns) {
    return columns.stream()
        .map(column -> CodeBlock.of(column.name()))
        .collect(CodeBlock.joining(",$W"));
  }

  /** Those arguments have the lengths that are known of them. */
  static void lengthsChecked(List<ColumnPlan> columns, CodeBlock.Builder code) {
    for (ColumnPlan column : columns) {
      if (!column.lengths().isEmpty()) {
        code.addStatement(lengthsChecked(column));
      }
    }
  }

  /** The update by the sums, and what stands around it. */
  private void update(String rate, CodeBlock.Builder code) {
    if (plan.around().clipping().isPresent()) {
      code.addStatement("clip()");
    }
    code.addStatement("update($L)", rate);
    averaging("average()", code);
  }

  private void averaging(String call, CodeBlock.Builder code) {
    if (plan.around().averaging().isPresent()) {
      code.addStatement(call);
    }
  }

  private static CodeBlock lengthsChecked(ColumnPlan column) {
    boolean hasRows = column.lengths().size() > 1;
    return hasRows
        ? CodeBlock.of(
            "$1T.extents($2S, $2L, $3L, $4L)",
            Check.class,
            column.name(),
            column.lengths().get(0),
            column.lengths().get(1))
        : CodeBlock.of(
            "$1T.length($2S, $2L.length, $3L)",
            Check.class,
            column.name(),
            column.lengths().get(0));
  }

  private MethodSpec.Builder overBatch(String name) {
    return publicMethod(name)
        .addAnnotation(Override.class)
        .returns(TypeName.DOUBLE)
        .addParameter(examples, "examples")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to");
  }

  private MethodSpec trainBatch() {
    CodeBlock.Builder code = CodeBlock.builder();
    averaging("requireTrainedWeights()", code);
    checkParameters(code);
    code.addStatement("beginBatch(examples, from, to)");
    if (training.isPresent()) {
      code.addStatement("return train($Lfrom,$Wto - from)", BatchTraining.of(plan));
    } else {
      code.addStatement("double rate = learningRate()")
          .addStatement(
              "double loss = finite(accumulate(examples, from, to$L))",
              plan.drops() ? ", dropKey()" : "");
      update("rate", code);
      code.addStatement("countStep()").addStatement("return loss");
    }
    return overBatch("trainBatch").addCode(code.build()).build();
  }

  /** The mean over all examples of a value of one. */
  private MethodSpec.Builder mean(String name, Supplier<CodeBlock> value) {
    CodeBlock.Builder code = CodeBlock.builder();
    checkParameters(code);
    Optional<BatchMethods> inBatches = batches.filter(batch -> batch.computesMean(name));
    if (inBatches.isPresent()) {
      code.add(inBatches.get().mean(name));
    } else {
      code.addStatement("double total = 0")
          .beginControlFlow("for (int i = 0; i < examples.size(); i++)")
          .addStatement("total += $L", value.get())
          .endControlFlow()
          .addStatement("return total / examples.size()");
    }
    return publicMethod(name)
        .returns(TypeName.DOUBLE)
        .addParameter(examples, "examples")
        .addCode(code.build());
  }

  private MethodSpec metrics() {
    TypeName function = ParameterizedTypeName.get(ClassName.get(ToDoubleFunction.class), examples);
    TypeName map =
        ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), function);
    CodeBlock.Builder code = CodeBlock.builder();
    if (plan.metrics().isEmpty()) {
      code.addStatement("return $T.of()", Map.class);
    } else {
      code.addStatement("$T metrics = new $T<>()", map, LinkedHashMap.class);
      for (String metric : plan.metrics()) {
        code.addStatement("metrics.put($1S, this::$1L)", metric);
      }
      code.addStatement("return $T.unmodifiableMap(metrics)", Collections.class);
    }
    return publicMethod("metrics")
        .addAnnotation(Override.class)
        .returns(map)
        .addCode(code.build())
        .build();
  }

  private MethodSpec gradient() {
    CodeBlock.Builder code = CodeBlock.builder();
    checkParameters(code);
    code.addStatement("$T.batch(from, to, examples.size())", Check.class);
    CodeBlock total = plan.parameters().stream().map(this::size).collect(CodeBlock.joining(" +$W"));
    code.addStatement("$T.length($S, out.length, $L)", Check.class, "out", total)
        .addStatement(
            "double loss = accumulate($L$L)",
            training.isPresent()
                ? CodeBlock.of("$Lfrom,$Wto - from", BatchTraining.of(plan))
                : CodeBlock.of("examples, from, to"),
            plan.drops() ? CodeBlock.of(", $T.NONE", Dropout.class) : CodeBlock.of(""));
    boolean moves = plan.parameters().size() > 1;
    if (moves) {
      code.addStatement("int at = 0");
    }
    int scalar = 0;
    for (int i = 0; i < plan.parameters().size(); i++) {
      ParameterPlan parameter = plan.parameters().get(i);
      boolean isLast = i == plan.parameters().size() - 1;
      String at = moves ? "at" : "0";
      if (parameter.isArray()) {
        String gradient = fields.gradient(parameter);
        if (parameter.hasRows()) {
          code.addStatement("$T.copy($L, out, $L)", Rows.class, gradient, at);
        } else {
          code.addStatement(
              "$1T.arraycopy($2L, 0, out, $3L, $2L.length)", System.class, gradient, at);
        }
        if (!isLast) {
          code.addStatement("at += $L", size(parameter));
        }
      } else {
        String index = moves && !isLast ? "at++" : at;
        code.addStatement("out[$L] = $L[$L]", index, fields.scalarGradient(), scalar++);
      }
    }
    code.addStatement("return loss");
    return overBatch("gradient")
        .addParameter(ArrayTypeName.of(element), "out")
        .addCode(code.build())
        .build();
  }

  /** The number of elements. */
  private CodeBlock size(ParameterPlan parameter) {
    if (!parameter.isArray()) {
      return CodeBlock.of("1");
    }
    String gradient = fields.gradient(parameter);
    return parameter.hasRows()
        ? CodeBlock.of("$T.size($L)", Rows.class, gradient)
        : CodeBlock.of("$L.length", gradient);
  }

  private MethodSpec accumulate() {
    CodeBlock row = ExamplesWriter.row(plan.columns(), "examples", "i");
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(methods.cleared())
        .addStatement("double share = 1.0 / (to - from)")
        .addStatement("double total = 0")
        .beginControlFlow("for (int i = from; i < to; i++)")
        .addStatement("total += $L", methods.gradient(row, "share", key("dropKey", "i - from")))
        .endControlFlow()
        .add(methods.completed("share"))
        .addStatement("return total / (to - from)");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("accumulate")
            .addJavadoc("The mean loss of a batch; leaves its gradient in the sums.\n")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(examples, "examples")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "to");
    if (plan.drops()) {
      method.addParameter(TypeName.LONG, "dropKey");
    }
    return method.addCode(code.build()).build();
  }

  /** The key of what an example drops, of the key of its step. */
  private static CodeBlock key(String ofStep, String example) {
    return CodeBlock.of("$T.with($L, $L)", Dropout.class, ofStep, example);
  }

  private MethodSpec train(BatchTraining batch) {
    CodeBlock batchAndKey =
        CodeBlock.of("$L$L", batch.handedOn(), plan.drops() ? ", dropKey()" : "");
    CodeBlock.Builder code = CodeBlock.builder();
    code.addStatement("double rate = learningRate()");
    if (plan.sumsInUpdate()) {
      code.addStatement(
          "double loss = isMonitored()\n? accumulate($1L)\n: derivatives($1L)", batchAndKey);
      code.addStatement("finite(loss)");
    } else {
      code.addStatement("double loss = finite(accumulate($L))", batchAndKey);
    }
    update("rate", code);
    return batch
        .overRows("train", false)
        .addJavadoc("One update on the mean loss of a batch. Returns it, before the update.\n")
        .addCode(code.addStatement("countStep()").addStatement("return loss").build())
        .build();
  }

  private MethodSpec accumulate(BatchTraining batch) {
    return batch
        .overRows("accumulate", plan.drops())
        .addJavadoc("The mean loss of a batch; leaves its gradient in the sums.\n")
        .addStatement(
            "double loss = derivatives($L$L)", batch.handedOn(), plan.drops() ? ", dropKey" : "")
        .addCode(batch.summed())
        .addStatement("return loss")
        .build();
  }

  private MethodSpec checkParameters() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.arrays()) {
      // A gradient has the form that the parameter had when the trainer was made. To look at all
      // rows of a sparse one would cost more than the update.
      code.addStatement(
          "$1T.parameter($2S, model.$2L, $3L)", Check.class, parameter.name(), form(parameter));
    }
    return MethodSpec.methodBuilder("checkParameters")
        .addJavadoc("The model may hold other arrays than at the last call.\n")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addCode(code.build())
        .build();
  }

  /** What a parameter is compared with: its lengths, or an array that has them. */
  private String form(ParameterPlan parameter) {
    List<Integer> lengths = parameter.lengths();
    boolean looksAtRows = parameter.hasRows() && plan.sparse(parameter).isEmpty();
    if (lengths.isEmpty()) {
      return fields.gradient(parameter) + (looksAtRows ? "" : ".length");
    }
    return looksAtRows ? lengths.get(0) + ", " + lengths.get(1) : lengths.get(0).toString();
  }
}
