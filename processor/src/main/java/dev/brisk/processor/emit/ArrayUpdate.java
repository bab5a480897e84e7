package dev.brisk.processor.emit;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.program.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The update of one array as static methods, and calls of them.
 *
 * @param name of the method
 * @param takesRanges whether parts of flat arrays are updated by themselves: some rows, or a scalar
 * @param precision of the arrays
 */
record ArrayUpdate(Update update, String name, boolean takesRanges, Scalar precision) {
  private static final int COMMENT_WIDTH = 90;

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    if (update.measure().isPresent()) {
      methods.add(measuring(update.measure().get()));
      methods.add(factor(update.measure().get()));
    }
    methods.add(updating());
    return methods;
  }

  /** The pass over the lines of the update. */
  private MethodSpec updating() {
    String of = takesRanges ? ", for a part of one array." : ", for one array.";
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc("$L\n", SourceText.filled(update.summary() + of, COMMENT_WIDTH))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    takes(method, update.lines());
    update.measure().ifPresent(measure -> method.addParameter(element(), measure.factor().name()));
    loop(method, update.lines());
    return method.build();
  }

  /** The pass that finds the squares of norms. */
  private MethodSpec measuring(Update.Measure measure) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("measure")
            .addJavadoc(
                "Adds the squares of $L to the sums.\n",
                measure.norms().stream().map(Update.Norm::name).collect(joining(" and of ")))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    takes(method, measured(measure));
    method.addParameter(ArrayTypeName.of(TypeName.DOUBLE), "squares");
    measure.norms().forEach(norm -> method.addStatement("double $L = 0", sum(norm)));
    loop(method, measured(measure));
    for (int n = 0; n < measure.norms().size(); n++) {
      method.addStatement("squares[$L] += $L", n, sum(measure.norms().get(n)));
    }
    return method.build();
  }

  private static MethodSpec factor(Update.Measure measure) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(measure.factor().name())
            .addJavadoc("The factor of a parameter's step, by its norms.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.DOUBLE)
            .addParameter(ArrayTypeName.of(TypeName.DOUBLE), "squares");
    for (int n = 0; n < measure.norms().size(); n++) {
      method.addStatement(
          "double $LNorm = $T.sqrt(squares[$L])", measure.norms().get(n).name(), Math.class, n);
    }
    return method
        .addStatement("return $L", UpdateText.wrapped(measure.factor().expression()))
        .build();
  }

  /** The lines of the pass, and those that add to its sums. */
  private List<String> measured(Update.Measure measure) {
    String wide = precision == Scalar.DOUBLE ? "" : "(double) ";
    List<String> lines = new ArrayList<>(measure.lines());
    for (Update.Norm norm : measure.norms()) {
      lines.add(sum(norm) + " += " + wide + norm.element() + " * " + norm.element() + ";");
    }
    return lines;
  }

  private static String sum(Update.Norm norm) {
    return norm.name() + "Squares";
  }

  /** Declares the arrays, the range and the scalars that the lines speak of. */
  private void takes(MethodSpec.Builder method, List<String> lines) {
    arrays(lines).forEach(array -> method.addParameter(ArrayTypeName.of(element()), array));
    if (takesRanges) {
      method.addParameter(TypeName.INT, "from").addParameter(TypeName.INT, "to");
    }
    scalars(lines)
        .forEach(
            scalar ->
                method.addParameter(
                    scalar.isInBraces() ? TypeName.DOUBLE : element(), scalar.name()));
  }

  private void loop(MethodSpec.Builder method, List<String> lines) {
    method.beginControlFlow(
        takesRanges
            ? "for (int i = from; i < to; i++)"
            : "for (int i = 0; i < parameter.length; i++)");
    lines.forEach(line -> method.addCode("$L\n", UpdateText.inPrecision(line, precision)));
    method.endControlFlow();
  }

  /** A call that updates. */
  CodeBlock updated(Slice slice, Optional<CodeBlock> factor) {
    List<CodeBlock> arguments = arguments(slice, update.lines());
    factor.ifPresent(measured -> arguments.add(inElementType(measured)));
    return CodeBlock.of("$L($L)", name, CodeBlock.join(arguments, ",$W"));
  }

  /** A call that measures. */
  CodeBlock measured(Slice slice, String squares) {
    List<CodeBlock> arguments = arguments(slice, measured(update.measure().orElseThrow()));
    arguments.add(CodeBlock.of(squares));
    return CodeBlock.of("measure($L)", CodeBlock.join(arguments, ",$W"));
  }

  private List<CodeBlock> arguments(Slice slice, List<String> lines) {
    List<CodeBlock> arguments = new ArrayList<>();
    arrays(lines).forEach(array -> arguments.add(slice.array(array)));
    if (takesRanges) {
      arguments.add(slice.range());
    }
    for (Update.StepScalar scalar : scalars(lines)) {
      CodeBlock value = CodeBlock.of(scalar.name());
      arguments.add(scalar.isInBraces() ? value : inElementType(value));
    }
    return arguments;
  }

  /** The arrays that lines speak of. */
  private List<String> arrays(List<String> lines) {
    List<String> arrays = new ArrayList<>(List.of("parameter", "gradient"));
    arrays.addAll(update.state());
    return arrays.stream().filter(array -> UpdateText.speakOf(lines, array + "[i]")).toList();
  }

  /** The step scalars that lines speak of. */
  private List<Update.StepScalar> scalars(List<String> lines) {
    return update.scalars().stream()
        .filter(scalar -> UpdateText.speakOf(lines, scalar.name()))
        .toList();
  }

  private TypeName element() {
    return JavaTypeNames.of(precision);
  }

  private CodeBlock inElementType(CodeBlock value) {
    return precision == Scalar.DOUBLE ? value : CodeBlock.of("(float) $L", value);
  }
}
