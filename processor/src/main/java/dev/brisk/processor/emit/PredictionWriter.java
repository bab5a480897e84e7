package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.ColumnPlan;
import dev.brisk.processor.plan.PredictionPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes what a model predicts: of one example, of all, and into an array of the caller's. */
final class PredictionWriter {
  private final TrainerPlan plan;
  private final ClassName examples;
  private final TrainerFields fields;
  private final ExampleMethods methods;
  private final Optional<BatchMethods> batches;

  PredictionWriter(
      TrainerPlan plan,
      ClassName examples,
      TrainerFields fields,
      ExampleMethods methods,
      Optional<BatchMethods> batches) {
    this.plan = plan;
    this.examples = examples;
    this.fields = fields;
    this.methods = methods;
    this.batches = batches;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> all = new ArrayList<>();
    for (PredictionPlan prediction : plan.predictions()) {
      all.add(ofOne(prediction));
      all.add(ofAll(prediction));
      if (prediction.result().isArray()) {
        all.add(into(prediction));
      }
    }
    return all;
  }

  private CodeBlock.Builder checked() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!plan.arrays().isEmpty()) {
      code.addStatement("checkParameters()");
    }
    return code;
  }

  private static MethodSpec.Builder method(
      PredictionPlan prediction, TypeName result, String documentation) {
    return MethodSpec.methodBuilder(prediction.name())
        .addJavadoc("{@code $L} of $L.\n", prediction.name(), documentation)
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private MethodSpec ofOne(PredictionPlan prediction) {
    CodeBlock example = ApiWriter.names(prediction.columns());
    CodeBlock.Builder code = checked();
    ApiWriter.lengthsChecked(prediction.columns(), code);
    code.addStatement("return $L", methods.prediction(prediction, example));
    MethodSpec.Builder method =
        method(prediction, JavaTypeNames.of(prediction.result()), "one example");
    ApiWriter.arguments(prediction.columns(), method);
    return method.addCode(code.build()).build();
  }

  private MethodSpec ofAll(PredictionPlan prediction) {
    TypeName result = JavaTypeNames.of(prediction.result());
    CodeBlock.Builder code = checked();
    code.addStatement(
        "$T predictions = new $T[examples.size()]$L",
        ArrayTypeName.of(result),
        JavaTypeNames.of(prediction.result().element()),
        prediction.result().isArray() ? "[]" : "");
    boolean isPlain = plan.columns().containsAll(prediction.columns());
    Optional<BatchMethods> inBatches =
        batches.filter(batch -> isPlain && batch.computes(prediction));
    if (inBatches.isPresent()) {
      code.add(inBatches.get().predictions(prediction));
    } else {
      oneByOne(prediction, code);
    }
    code.addStatement("return predictions");
    return method(prediction, ArrayTypeName.of(result), "each example, in order")
        .addParameter(examples, "examples")
        .addCode(code.build())
        .build();
  }

  private void oneByOne(PredictionPlan prediction, CodeBlock.Builder code) {
    CodeBlock example = ExamplesWriter.row(prediction.columns(), "examples", "i");
    code.beginControlFlow("for (int i = 0; i < predictions.length; i++)");
    for (ColumnPlan column : prediction.columns()) {
      // What the loss says of a length was checked when the examples were made.
      if (!column.lengths().isEmpty() && !plan.columns().contains(column)) {
        CodeBlock rows = CodeBlock.of("examples.$L", column.name());
        code.addStatement(ExamplesWriter.lengthsChecked(column, rows, "i"));
      }
    }
    code.addStatement("predictions[i] = $L", methods.prediction(prediction, example))
        .endControlFlow();
  }

  private MethodSpec into(PredictionPlan prediction) {
    String out = fields.out();
    CodeBlock example = ApiWriter.names(prediction.columns());
    CodeBlock.Builder code = checked();
    ApiWriter.lengthsChecked(prediction.columns(), code);
    for (ColumnPlan column : prediction.columns()) {
      if (column.type().equals(prediction.result())) {
        code.addStatement(
            "$1T.other($2S, $2L, $3S, $3L)", Check.class, fields.out(), column.name());
      }
    }
    code.add(methods.predictionInto(prediction, example));
    MethodSpec.Builder method =
        method(prediction, TypeName.VOID, "one example, written to {@code " + out + "}");
    ApiWriter.arguments(prediction.columns(), method);
    return method
        .addParameter(JavaTypeNames.of(prediction.result()), out)
        .addCode(code.build())
        .build();
  }
}
