package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.Restore;
import dev.brisk.processor.plan.BatchPlan.Relu;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.GradientVisitor;
import dev.brisk.runtime.RecoveryPlan;
import dev.brisk.runtime.UnitVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes what a trainer shows to a monitor, parameters with their gradients and units of layers,
 * and what it does when a fit diverges.
 */
final class WatchedWriter {
  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final Optional<BatchMethods> batches;

  WatchedWriter(TrainerPlan plan, TrainerFields fields, Optional<BatchMethods> batches) {
    this.plan = plan;
    this.fields = fields;
    this.batches = batches;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(visit("visitGradients", TypeName.get(GradientVisitor.class), gradients()));
    batches
        .filter(batch -> !relus().isEmpty())
        .ifPresent(
            batch ->
                methods.add(visit("visitUnits", TypeName.get(UnitVisitor.class), units(batch))));
    plan.around().recovery().map(WatchedWriter::recovery).ifPresent(methods::add);
    return methods;
  }

  private static MethodSpec visit(String name, TypeName visitor, CodeBlock code) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addParameter(visitor, "visitor")
        .addCode(code)
        .build();
  }

  private static MethodSpec recovery(RecoveryPlan recovery) {
    return MethodSpec.methodBuilder("recovery")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(RecoveryPlan.class)
        .addStatement(
            "return new $T($T.$L, $L, $L, $L) $L",
            RecoveryPlan.class,
            Restore.class,
            recovery.restore(),
            Literals.of(recovery.factor()),
            recovery.maxRetries(),
            Literals.of(recovery.explosion()),
            SourceText.trailing("@OnDivergence"))
        .build();
  }

  private CodeBlock gradients() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.parameters()) {
      if (parameter.treatment().isFrozen()) {
        continue;
      }
      String name = parameter.name();
      if (parameter.isArray()) {
        code.addStatement(
            "visitor.array($S,$Wmodel.$L,$W$L$L)",
            name,
            name,
            fields.gradient(parameter),
            touched(parameter));
      } else {
        code.addStatement(
            "visitor.number($S, model.$L, $L[$L])",
            name,
            name,
            fields.scalarGradient(),
            plan.scalars().indexOf(parameter));
      }
    }
    return code.build();
  }

  /** The rows of a table that were touched; of rows whose length is not known all are shown. */
  private CodeBlock touched(ParameterPlan parameter) {
    boolean isRagged = parameter.hasRows() && parameter.lengths().isEmpty();
    return plan.sparse(parameter)
        .filter(sparse -> !isRagged)
        .map(
            sparse ->
                CodeBlock.of(
                    ",$W$L,$W$L",
                    fields.touchedRows(parameter.name()),
                    parameter.hasRows() ? parameter.lengths().get(1) : sparse.width()))
        .orElse(CodeBlock.of(""));
  }

  private List<Relu> relus() {
    return plan.batch().map(batch -> batch.relus()).orElse(List.of());
  }

  private CodeBlock units(BatchMethods batch) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Relu relu : relus()) {
      code.addStatement(
          "visitor.relu($S, $L, batchSize)", relu.weights().name(), batch.workspace(relu.units()));
    }
    return code.build();
  }
}
