package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.Computation;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.SparsePlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.Rows;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the update by a gradient that was computed elsewhere: it takes the place of the sums, and
 * everything after that is as in a batch.
 */
final class GivenGradientWriter {
  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final ParameterAccessWriter access;

  GivenGradientWriter(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
    this.access = new ParameterAccessWriter(plan, fields);
  }

  MethodSpec method() {
    // Which rows of a table are sparse is not known where bodies are not read.
    boolean isUnread = plan.computation() instanceof Computation.Unread;
    return MethodSpec.methodBuilder("applyGradient")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .addParameter(TypeName.DOUBLE, "loss")
        .addParameter(ArrayTypeName.of(JavaTypeNames.of(plan.precision())), "gradient")
        .addCode(isUnread ? CodeBlock.builder().addStatement("unread()").build() : update())
        .build();
  }

  private CodeBlock update() {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean isAveraged = plan.around().averaging().isPresent();
    if (isAveraged) {
      code.addStatement("requireTrainedWeights()");
    }
    if (!plan.arrays().isEmpty()) {
      code.addStatement("checkParameters()");
    }
    code.addStatement(
            "$T.length($S, gradient.length, $L)",
            Check.class,
            "gradient",
            access.offset(plan.parameters().size()))
        .addStatement("double rate = learningRate()");
    plan.parameters().stream().filter(plan::isUpdated).forEach(each -> code.add(taken(each)));
    code.addStatement("given(loss)");
    plan.parameters().stream().filter(plan::isUpdated).forEach(each -> code.add(checked(each)));
    if (plan.around().clipping().isPresent()) {
      code.addStatement("clip()");
    }
    code.addStatement("$L(rate)", UpdateWriter.bySums(plan));
    if (isAveraged) {
      code.addStatement("average()");
    }
    return code.addStatement("countStep()").build();
  }

  /** The statement that copies a parameter's part of the gradient to where its sums are. */
  private CodeBlock taken(ParameterPlan parameter) {
    CodeBlock at = access.offset(plan.parameters().indexOf(parameter));
    Optional<SparsePlan> sparse = plan.sparse(parameter);
    CodeBlock statement;
    if (!parameter.isArray()) {
      int place = plan.scalars().indexOf(parameter);
      statement = CodeBlock.of("$L[$L] = gradient[$L]", fields.scalarGradient(), place, at);
    } else if (sparse.isPresent()) {
      statement =
          CodeBlock.of(
              "$L.fill($L,$W$Lgradient,$W$L)",
              fields.touchedRows(parameter.name()),
              fields.gradient(parameter),
              parameter.hasRows() ? "" : sparse.get().width() + ", ",
              at);
    } else if (parameter.hasRows()) {
      statement =
          CodeBlock.of("$T.fill($L, gradient, $L)", Rows.class, fields.gradient(parameter), at);
    } else {
      statement =
          CodeBlock.of(
              "$1T.arraycopy(gradient,$W$2L,$W$3L,$W0,$W$3L.length)",
              System.class,
              at,
              fields.gradient(parameter));
    }
    return CodeBlock.builder().addStatement(statement).build();
  }

  /** The statement that refuses a parameter's part of the gradient if it is not finite. */
  private CodeBlock checked(ParameterPlan parameter) {
    int index = plan.parameters().indexOf(parameter);
    CodeBlock at = access.offset(index);
    return parameter.isArray()
        ? CodeBlock.builder()
            .addStatement(
                "checkGradient($S,$Wgradient,$W$L,$W$L)",
                parameter.name(),
                at,
                access.offset(index + 1))
            .build()
        : CodeBlock.builder()
            .addStatement("checkGradient($S,$Wgradient[$L])", parameter.name(), at)
            .build();
  }
}
