package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.SparsePlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Scalar;
import dev.brisk.runtime.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes the update of the parameters by their gradients. */
final class UpdateWriter {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final Update update;
  private final TypeName element;

  UpdateWriter(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
    this.update = plan.update();
    this.element = JavaTypeNames.of(plan.precision());
  }

  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    for (Update.Constant constant : update.constants()) {
      constants.add(
          TrainerWriter.constant(
              TypeName.DOUBLE,
              constant.name(),
              Literals.of(constant.value()),
              "@Optimizer(" + constant.attribute() + ")"));
    }
    for (Update.PowerTable powers : update.powers()) {
      constants.add(
          FieldSpec.builder(
                  Powers.class, powers.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$T.of($L)", Powers.class, powers.base())
              .build());
    }
    return constants;
  }

  /** The update of one array. */
  MethodSpec ofArray() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("update")
            .addJavadoc(
                takesRanges() ? "$L, for a part of one array.\n" : "$L, for one array.\n",
                update.summary())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(ArrayTypeName.of(element), "parameter")
            .addParameter(ArrayTypeName.of(element), "gradient");
    update.state().forEach(state -> method.addParameter(ArrayTypeName.of(element), state));
    if (takesRanges()) {
      method.addParameter(TypeName.INT, "from").addParameter(TypeName.INT, "to");
    }
    update.scalars().forEach(scalar -> method.addParameter(element, scalar.name()));
    method.beginControlFlow(
        takesRanges()
            ? "for (int i = from; i < to; i++)"
            : "for (int i = 0; i < parameter.length; i++)");
    update.lines().forEach(line -> method.addCode("$L\n", inPrecision(line)));
    return method.endControlFlow().build();
  }

  /** Whether rows of flat arrays are updated by themselves. */
  private boolean takesRanges() {
    return plan.arrays().stream()
        .anyMatch(parameter -> !parameter.hasRows() && plan.sparse(parameter).isPresent());
  }

  /** The line in the element type of the model. */
  private String inPrecision(String line) {
    boolean isDouble = plan.precision() == Scalar.DOUBLE;
    Matcher braces = BRACES.matcher(line);
    StringBuilder text = new StringBuilder();
    while (braces.find()) {
      String constant = braces.group(1);
      String operand = constant.contains(" ") ? "(" + constant + ")" : constant;
      braces.appendReplacement(text, isDouble ? operand : "(float) " + operand);
    }
    braces.appendTail(text);
    return text.toString()
        .replaceAll("\\bT\\b", plan.precision().keyword())
        .replaceAll("\\bsqrt\\(", isDouble ? "Math.sqrt(" : "(float) Math.sqrt(");
  }

  /** The update of all parameters. */
  MethodSpec ofAll() {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean countsSteps =
        update.scalars().stream().anyMatch(scalar -> scalar.expression().matches(".*\\bt\\b.*"));
    if (countsSteps) {
      code.addStatement("long t = stepCount() + 1");
    }
    for (Update.StepScalar scalar : update.scalars()) {
      if (!scalar.equals(Update.StepScalar.RATE)) {
        code.addStatement("double $L = $L", scalar.name(), scalar.expression());
      }
    }
    for (ParameterPlan parameter : plan.arrays()) {
      ofParameter(parameter, code);
    }
    if (!plan.scalars().isEmpty()) {
      ofScalars(code);
    }
    return MethodSpec.methodBuilder("update")
        .addJavadoc("One update of all parameters by the gradients.\n")
        .addModifiers(Modifier.PRIVATE)
        .addParameter(TypeName.DOUBLE, "rate")
        .addCode(code.build())
        .build();
  }

  private void ofParameter(ParameterPlan parameter, CodeBlock.Builder code) {
    CodeBlock array = CodeBlock.of("model.$L", parameter.name());
    String gradient = fields.gradient(parameter);
    if (plan.sparse(parameter).isPresent()) {
      ofTouched(plan.sparse(parameter).get(), array, code);
      return;
    }
    if (!parameter.hasRows()) {
      code.addStatement("update($L)", arguments(array, parameter.name(), gradient, ""));
      return;
    }
    code.beginControlFlow("for (int row = 0; row < $L.length; row++)", array)
        .addStatement("update($L)", arguments(array, parameter.name(), gradient, "[row]"))
        .endControlFlow();
  }

  /** The rows that the examples touched, and no others. */
  private void ofTouched(SparsePlan sparse, CodeBlock array, CodeBlock.Builder code) {
    ParameterPlan parameter = sparse.parameter();
    String touched = fields.touchedRows(parameter.name());
    String gradient = fields.gradient(parameter);
    code.beginControlFlow("for (int n = 0; n < $L.count(); n++)", touched)
        .addStatement("int row = $L.row(n)", touched);
    if (parameter.hasRows()) {
      code.addStatement("update($L)", arguments(array, parameter.name(), gradient, "[row]"));
    } else {
      String from = sparse.width() == 1 ? "row" : "row * " + sparse.width();
      CodeBlock range = CodeBlock.of("$1L, $1L + $2L", from, sparse.width());
      code.addStatement("update($L)", arguments(array, parameter.name(), gradient, "", range));
    }
    code.endControlFlow();
  }

  private void ofScalars(CodeBlock.Builder code) {
    List<ParameterPlan> scalars = plan.scalars();
    for (int i = 0; i < scalars.size(); i++) {
      code.addStatement("$L[$L] = model.$L", fields.scalars(), i, scalars.get(i).name());
    }
    code.addStatement(
        "update($L)",
        arguments(CodeBlock.of(fields.scalars()), "scalars", fields.scalarGradient(), ""));
    for (int i = 0; i < scalars.size(); i++) {
      code.addStatement("model.$L = $L[$L]", scalars.get(i).name(), fields.scalars(), i);
    }
  }

  /**
   * @param row brackets after each array, of the row to update; empty for the array itself
   */
  private CodeBlock arguments(CodeBlock array, String owner, String gradient, String row) {
    CodeBlock range = CodeBlock.of("0, $L$L.length", array, row);
    return arguments(array, owner, gradient, row, range);
  }

  private CodeBlock arguments(
      CodeBlock array, String owner, String gradient, String row, CodeBlock range) {
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L$L", array, row));
    arguments.add(CodeBlock.of("$L$L", gradient, row));
    for (String state : update.state()) {
      arguments.add(CodeBlock.of("$L$L", fields.state(owner, state), row));
    }
    if (takesRanges()) {
      arguments.add(range);
    }
    for (Update.StepScalar scalar : update.scalars()) {
      arguments.add(
          CodeBlock.of(
              plan.precision() == Scalar.DOUBLE ? scalar.name() : "(float) " + scalar.name()));
    }
    return arguments.stream().collect(CodeBlock.joining(",$W"));
  }
}
