package dev.brisk.processor.emit;

import static java.util.stream.Collectors.joining;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** Writes the update of the parameters by their gradients. */
final class UpdateWriter {
  private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");
  private static final int COMMENT_WIDTH = 90;
  private static final Pattern OPERATOR = Pattern.compile(" [-+/?:] ");

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
    for (Update.Table table : update.tables()) {
      constants.add(
          FieldSpec.builder(
                  table.type(), table.name(), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$T.of($L)", table.type(), table.arguments())
              .build());
    }
    return constants;
  }

  /** The methods of all parameters, and of one array. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(ofAll());
    update
        .measure()
        .ifPresent(
            measure -> {
              methods.add(measuring(measure));
              methods.add(factor(measure));
            });
    methods.add(ofArray());
    return methods;
  }

  /** The update of one array. */
  private MethodSpec ofArray() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("update")
            .addJavadoc(
                "$L\n",
                SourceText.filled(
                    update.summary()
                        + (takesRanges() ? ", for a part of one array." : ", for one array."),
                    COMMENT_WIDTH))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    takes(method, update.lines());
    update.measure().ifPresent(measure -> method.addParameter(element, measure.factor().name()));
    beginLoop(method);
    addLines(method, update.lines());
    return method.endControlFlow().build();
  }

  /** The pass over one array that finds the squares of norms. */
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
    beginLoop(method);
    addLines(method, measured(measure));
    method.endControlFlow();
    for (int n = 0; n < measure.norms().size(); n++) {
      method.addStatement("squares[$L] += $L", n, sum(measure.norms().get(n)));
    }
    return method.build();
  }

  /** The lines of the pass, and those that add to its sums. */
  private List<String> measured(Update.Measure measure) {
    String wide = plan.precision() == Scalar.DOUBLE ? "" : "(double) ";
    List<String> lines = new ArrayList<>(measure.lines());
    for (Update.Norm norm : measure.norms()) {
      lines.add(sum(norm) + " += " + wide + norm.element() + " * " + norm.element() + ";");
    }
    return lines;
  }

  private static String sum(Update.Norm norm) {
    return norm.name() + "Squares";
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
    return method.addStatement("return $L", wrapped(measure.factor().expression())).build();
  }

  /** Declares the arrays, the range and the scalars that the lines speak of. */
  private void takes(MethodSpec.Builder method, List<String> lines) {
    arrays(lines).forEach(name -> method.addParameter(ArrayTypeName.of(element), name));
    if (takesRanges()) {
      method.addParameter(TypeName.INT, "from").addParameter(TypeName.INT, "to");
    }
    scalars(lines).forEach(name -> method.addParameter(element, name));
  }

  /** The arrays that lines speak of. */
  private List<String> arrays(List<String> lines) {
    List<String> arrays = new ArrayList<>(List.of("parameter", "gradient"));
    arrays.addAll(update.state());
    return arrays.stream().filter(name -> speakOf(lines, name + "[i]")).toList();
  }

  /** The step scalars that lines speak of. */
  private List<String> scalars(List<String> lines) {
    return update.scalars().stream()
        .map(Update.StepScalar::name)
        .filter(name -> speakOf(lines, name))
        .toList();
  }

  private static boolean speakOf(List<String> lines, String name) {
    Pattern word = Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
    return lines.stream().anyMatch(line -> word.matcher(line).find());
  }

  private void beginLoop(MethodSpec.Builder method) {
    method.beginControlFlow(
        takesRanges()
            ? "for (int i = from; i < to; i++)"
            : "for (int i = 0; i < parameter.length; i++)");
  }

  private void addLines(MethodSpec.Builder method, List<String> lines) {
    lines.forEach(line -> method.addCode("$L\n", wrapped(inPrecision(line))));
  }

  /** Text that is broken before an operator outside of parentheses where it is too long. */
  private static CodeBlock wrapped(String text) {
    StringBuilder format = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      boolean breaks = depth == 0 && OPERATOR.matcher(text).region(at, text.length()).lookingAt();
      format.append(breaks ? "$W" : c);
    }
    return CodeBlock.of(format.toString());
  }

  /** Whether a part of a flat array is updated by itself: a row, or a scalar that is measured. */
  private boolean takesRanges() {
    return plan.arrays().stream()
            .anyMatch(parameter -> !parameter.hasRows() && plan.sparse(parameter).isPresent())
        || (update.measure().isPresent() && !plan.scalars().isEmpty());
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
        .replaceAll("\\bsign\\(", "Math.signum(")
        .replaceAll("\\b(abs|max|min)\\(", "Math.$1(")
        .replaceAll("\\bsqrt\\(", isDouble ? "Math.sqrt(" : "(float) Math.sqrt(");
  }

  /** The update of all parameters. */
  private MethodSpec ofAll() {
    CodeBlock.Builder code = CodeBlock.builder();
    boolean countsSteps =
        update.scalars().stream().anyMatch(scalar -> scalar.expression().matches(".*\\bt\\b.*"));
    if (countsSteps) {
      code.addStatement("long t = stepCount() + 1");
    }
    for (Update.StepScalar scalar : update.scalars()) {
      if (!scalar.equals(Update.StepScalar.RATE)) {
        code.addStatement("double $L = $L", scalar.name(), wrapped(scalar.expression()));
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
    if (plan.sparse(parameter).isPresent()) {
      ofTouched(plan.sparse(parameter).get(), code);
      return;
    }
    Slice slice = Slice.of(parameter, fields);
    Optional<CodeBlock> factor =
        update
            .measure()
            .map(
                measure -> {
                  String name = measure.factor().name();
                  String local = fields.state(parameter.name(), name);
                  clearSquares(code);
                  overRows(parameter, code, measuring(measure, slice));
                  code.addStatement("double $L = $L($L)", local, name, fields.squares());
                  return CodeBlock.of(local);
                });
    overRows(parameter, code, updating(slice, factor));
  }

  private static void overRows(
      ParameterPlan parameter, CodeBlock.Builder code, CodeBlock statement) {
    if (parameter.hasRows()) {
      code.beginControlFlow("for (int row = 0; row < model.$L.length; row++)", parameter.name())
          .addStatement(statement)
          .endControlFlow();
    } else {
      code.addStatement(statement);
    }
  }

  /** The rows that the examples touched, and no others. */
  private void ofTouched(SparsePlan sparse, CodeBlock.Builder code) {
    String touched = fields.touchedRows(sparse.parameter().name());
    code.beginControlFlow("for (int n = 0; n < $L.count(); n++)", touched)
        .addStatement("int row = $L.row(n)", touched)
        .addStatement(updating(Slice.ofRow(sparse, fields), Optional.empty()))
        .endControlFlow();
  }

  private void ofScalars(CodeBlock.Builder code) {
    List<ParameterPlan> scalars = plan.scalars();
    for (int i = 0; i < scalars.size(); i++) {
      code.addStatement("$L[$L] = model.$L", fields.scalars(), i, scalars.get(i).name());
    }
    if (update.measure().isPresent()) {
      Update.Measure measure = update.measure().get();
      Slice slice = Slice.ofScalar(fields);
      code.beginControlFlow("for (int i = 0; i < $L; i++)", scalars.size());
      clearSquares(code);
      code.addStatement(measuring(measure, slice))
          .addStatement(
              updating(
                  slice,
                  Optional.of(CodeBlock.of("$L($L)", measure.factor().name(), fields.squares()))))
          .endControlFlow();
    } else {
      code.addStatement(updating(Slice.ofScalars(fields), Optional.empty()));
    }
    for (int i = 0; i < scalars.size(); i++) {
      code.addStatement("model.$L = $L[$L]", scalars.get(i).name(), fields.scalars(), i);
    }
  }

  private void clearSquares(CodeBlock.Builder code) {
    code.addStatement("$T.fill($L, 0)", Arrays.class, fields.squares());
  }

  private CodeBlock measuring(Update.Measure measure, Slice slice) {
    List<CodeBlock> arguments = arguments(slice, measured(measure));
    arguments.add(CodeBlock.of(fields.squares()));
    return CodeBlock.of("measure($L)", CodeBlock.join(arguments, ",$W"));
  }

  /**
   * @param factor of the step, which was measured
   */
  private CodeBlock updating(Slice slice, Optional<CodeBlock> factor) {
    List<CodeBlock> arguments = arguments(slice, update.lines());
    factor.ifPresent(measured -> arguments.add(inElementType(measured)));
    return CodeBlock.of("update($L)", CodeBlock.join(arguments, ",$W"));
  }

  /** The arrays, the range and the scalars that the lines speak of. */
  private List<CodeBlock> arguments(Slice slice, List<String> lines) {
    List<CodeBlock> arguments = new ArrayList<>();
    arrays(lines).forEach(name -> arguments.add(slice.array(name)));
    if (takesRanges()) {
      arguments.add(slice.range());
    }
    scalars(lines).forEach(name -> arguments.add(inElementType(CodeBlock.of(name))));
    return arguments;
  }

  private CodeBlock inElementType(CodeBlock value) {
    return plan.precision() == Scalar.DOUBLE ? value : CodeBlock.of("(float) $L", value);
  }
}
