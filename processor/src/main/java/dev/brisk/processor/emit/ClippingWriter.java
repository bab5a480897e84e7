package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.ClippingPlan;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.SparsePlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Scalar;
import dev.brisk.runtime.Gradients;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * Writes the bound of a gradient, between its sums and the update. Of a sparse parameter it goes
 * through the rows that were touched; the others are zero.
 */
final class ClippingWriter {
  private final TrainerPlan plan;
  private final TrainerFields fields;

  ClippingWriter(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
  }

  List<FieldSpec> constants() {
    return plan
        .around()
        .clipping()
        .map(
            clipping ->
                TrainerWriter.constant(
                    TypeName.DOUBLE,
                    clipping.isByNorm() ? "CLIP_NORM" : "CLIP_VALUE",
                    Literals.of(clipping.bound()),
                    "@GradientClipping(" + (clipping.isByNorm() ? "norm" : "value") + ")"))
        .stream()
        .toList();
  }

  List<MethodSpec> methods() {
    return plan.around().clipping().map(this::clip).stream().toList();
  }

  private MethodSpec clip(ClippingPlan clipping) {
    return MethodSpec.methodBuilder("clip")
        .addJavadoc(
            clipping.isByNorm()
                ? "Shortens the gradient to a norm of {@code CLIP_NORM}, if it is longer.\n"
                : "Brings each element of the gradient to {@code CLIP_VALUE} at the most.\n")
        .addModifiers(Modifier.PRIVATE)
        .addCode(clipping.isByNorm() ? byNorm() : byValue())
        .build();
  }

  private CodeBlock byNorm() {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("double squares = 0");
    for (ParameterPlan parameter : arrays()) {
      code.add(
          ofParts(
              parameter, part -> CodeBlock.of("squares += $T.squares($L)", Gradients.class, part)));
      code.addStatement("checkGradient($S, squares)", parameter.name());
    }
    boolean isFloat = plan.precision() == Scalar.FLOAT;
    for (int i : scalars()) {
      code.addStatement(
          "squares += $1L$2L[$3L] * $2L[$3L]",
          isFloat ? "(double) " : "",
          fields.scalarGradient(),
          i);
      code.addStatement("checkGradient($S, squares)", plan.scalars().get(i).name());
    }
    // PyTorch's: the small number keeps a norm of 0 from dividing.
    code.addStatement("double scale = CLIP_NORM / ($T.sqrt(squares) + 1e-6)", Math.class)
        .beginControlFlow("if (scale < 1)");
    Function<CodeBlock, CodeBlock> scaled =
        part -> CodeBlock.of("$T.scale($L, scale)", Gradients.class, part);
    arrays().forEach(parameter -> code.add(ofParts(parameter, scaled)));
    if (!plan.scalars().isEmpty()) {
      code.addStatement(scaled.apply(whole(fields.scalarGradient())));
    }
    return code.endControlFlow().build();
  }

  private CodeBlock byValue() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : arrays()) {
      code.add(
          ofParts(
              parameter,
              part -> CodeBlock.of("checkGradient($S, $L)", parameter.name(), clampedTo(part))));
    }
    for (int i : scalars()) {
      code.addStatement(
          "checkGradient($S, $L[$L])", plan.scalars().get(i).name(), fields.scalarGradient(), i);
    }
    if (!plan.scalars().isEmpty()) {
      code.addStatement(clampedTo(whole(fields.scalarGradient())));
    }
    return code.build();
  }

  /** Those whose gradient counts; what is frozen has none, as in PyTorch. */
  private List<ParameterPlan> arrays() {
    return plan.arrays().stream().filter(array -> !array.treatment().isFrozen()).toList();
  }

  /** The places of the scalars whose gradient counts. */
  private List<Integer> scalars() {
    List<ParameterPlan> scalars = plan.scalars();
    return IntStream.range(0, scalars.size())
        .filter(i -> !scalars.get(i).treatment().isFrozen())
        .boxed()
        .toList();
  }

  private static CodeBlock clampedTo(CodeBlock part) {
    return CodeBlock.of("$T.clamp($L, CLIP_VALUE)", Gradients.class, part);
  }

  private static CodeBlock whole(String array) {
    return CodeBlock.of("$1L, 0, $1L.length", array);
  }

  /**
   * The statement for each flat part of a gradient.
   *
   * @param statement of a part, as an array and a range
   */
  private CodeBlock ofParts(ParameterPlan parameter, Function<CodeBlock, CodeBlock> statement) {
    String gradient = fields.gradient(parameter);
    Optional<SparsePlan> sparse = plan.sparse(parameter);
    CodeBlock.Builder code = CodeBlock.builder();
    if (sparse.isEmpty() && !parameter.hasRows()) {
      return code.addStatement(statement.apply(whole(gradient))).build();
    }
    TypeName row = JavaTypeNames.of(parameter.type().at(1));
    if (sparse.isEmpty()) {
      code.beginControlFlow("for ($T row : $L)", row, gradient);
    } else {
      String touched = fields.touchedRows(parameter.name());
      code.beginControlFlow("for (int n = 0; n < $L.count(); n++)", touched);
      if (parameter.hasRows()) {
        code.addStatement("$T row = $L[$L.row(n)]", row, gradient, touched);
      } else {
        int width = sparse.get().width();
        code.addStatement("int from = $L.row(n)$L", touched, width == 1 ? "" : " * " + width);
        CodeBlock range = CodeBlock.of("$L, from, from + $L", gradient, width);
        return code.addStatement(statement.apply(range)).endControlFlow().build();
      }
    }
    return code.addStatement(statement.apply(whole("row"))).endControlFlow().build();
  }
}
