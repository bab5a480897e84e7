package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.ops.Ops;
import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.runtime.History;
import dev.brisk.runtime.Rows;
import dev.brisk.runtime.TouchedRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes a routine as a static method over the model, an example and scratch arrays. */
final class RoutineWriter {
  private final Routine routine;
  private final ClassName model;
  private final Optional<ClassName> operations;
  private final LocalNames names = new LocalNames();
  private final ExpressionWriter expressions = new ExpressionWriter(names, this::classOf);
  private final String modelName;
  private final Map<Variable, String> touched = new LinkedHashMap<>();
  private final Map<Variable, ScratchField> scratch = new LinkedHashMap<>();
  private final Optional<String> history;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private RoutineWriter(
      Routine routine,
      List<BatchRoutine.Rows> workspace,
      ClassName model,
      Optional<ClassName> operations) {
    this.routine = routine;
    this.model = model;
    this.operations = operations;
    names.fresh(BatchMethods.KERNEL);
    routine.arguments().forEach(names::declare);
    this.modelName = names.fresh(operations.isPresent() ? "predictor" : "model");
    routine.extras().forEach(names::declare);
    for (BatchRoutine.Rows rows : workspace) {
      String name = names.declare(rows.variable());
      List<Integer> lengths = rows.width().stream().toList();
      scratch.put(rows.variable(), new ScratchField(name, rows.variable().type(), lengths, true));
    }
    findTouched(routine.body());
    if (operations.isEmpty()) {
      findScratch(routine.body());
    }
    history =
        keeps(routine.body()) ? Optional.of(names.fresh(TrainerFields.HISTORY)) : Optional.empty();
  }

  /**
   * A static method, and what it takes last.
   *
   * @param touched the parameters whose touched rows it notes
   * @param scratch arrays
   * @param takesHistory whether a {@link History} follows them
   */
  record Written(
      MethodSpec method, List<String> touched, List<ScratchField> scratch, boolean takesHistory) {}

  static Written write(Routine routine, String name, ClassName model, CodeBlock documentation) {
    return new RoutineWriter(routine, List.of(), model, Optional.empty())
        .written(name, documentation);
  }

  /**
   * In a class without Brisk, which makes its arrays when they are needed.
   *
   * @param owner the class, whose fields are the parameters
   * @param operations the class that has the operations
   */
  static MethodSpec writeAlone(
      Routine routine,
      String name,
      ClassName owner,
      ClassName operations,
      CodeBlock documentation) {
    return new RoutineWriter(routine, List.of(), owner, Optional.of(operations))
        .written(name, documentation)
        .method();
  }

  /** Over the examples of a batch; the method gives the array of results. */
  static Written write(BatchRoutine batch, String name, ClassName model, CodeBlock documentation) {
    BatchRoutine.Range range = batch.range();
    List<Variable> extras =
        new ArrayList<>(List.of(range.from(), range.size(), range.first(), range.end()));
    extras.addAll(batch.extras());
    Routine routine =
        new Routine(
            batch.parameters(),
            batch.columns(),
            batch.sources(),
            extras,
            batch.body(),
            batch.results());
    return new RoutineWriter(routine, batch.workspace(), model, Optional.empty())
        .written(name, documentation);
  }

  private Written written(String name, CodeBlock documentation) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(documentation)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(JavaTypeNames.of(routine.result().type()))
            .addParameter(model, modelName);
    for (Variable argument : routine.arguments()) {
      method.addParameter(JavaTypeNames.of(argument.type()), names.of(argument));
    }
    for (Variable extra : routine.extras()) {
      method.addParameter(JavaTypeNames.of(extra.type()), names.of(extra));
    }
    touched.forEach((variable, rows) -> method.addParameter(TouchedRows.class, rows));
    scratch.forEach(
        (variable, field) -> method.addParameter(ScratchFields.type(field), field.name()));
    history.ifPresent(
        keeper -> {
          method.addParameter(History.class, keeper);
          code.add("// Overwritten elements are kept, and put back on the way back.\n")
              .addStatement("$L.clear()", keeper);
        });
    parameters();
    body();
    return new Written(
        method.addCode(code.build()).build(),
        touched.keySet().stream().map(Variable::name).toList(),
        List.copyOf(scratch.values()),
        history.isPresent());
  }

  private void body() {
    List<Code> body = routine.body();
    Code last = body.isEmpty() ? new Code.Note("") : body.get(body.size() - 1);
    boolean endsInResult =
        last instanceof Code.Declare declare
            && declare.variable().equals(routine.result())
            && declare.value().isPresent();
    if (endsInResult) {
      statements(body.subList(0, body.size() - 1));
      Expr value = ((Code.Declare) last).value().orElseThrow();
      code.addStatement("return $L", expressions.write(value));
    } else {
      statements(body);
      code.addStatement("return $L", names.of(routine.result()));
    }
  }

  private static boolean keeps(List<Code> body) {
    return body.stream()
        .anyMatch(statement -> statement instanceof Code.Keep || keeps(Reads.inner(statement)));
  }

  private void findTouched(List<Code> body) {
    for (Code statement : body) {
      if (statement instanceof Code.Touch touch) {
        touched.computeIfAbsent(
            touch.parameter(), parameter -> names.fresh(TrainerFields.touched(parameter.name())));
      }
      findTouched(Reads.inner(statement));
    }
  }

  private void findScratch(List<Code> body) {
    for (Code statement : body) {
      if (statement instanceof Code.Allocate allocate && !scratch.containsKey(allocate.array())) {
        List<Integer> lengths = fixedLengths(allocate);
        // A field of fixed lengths is used as it is; else a local takes the array from the field.
        String name =
            lengths.isEmpty()
                ? names.fresh(allocate.array().name() + "Scratch")
                : names.declare(allocate.array());
        scratch.put(
            allocate.array(), new ScratchField(name, allocate.array().type(), lengths, false));
      }
      findScratch(Reads.inner(statement));
    }
  }

  /** The lengths of an array that is the same for every example; else empty. */
  private static List<Integer> fixedLengths(Code.Allocate allocate) {
    List<Integer> lengths = new ArrayList<>();
    for (Expr length : allocate.lengths()) {
      if (!(length instanceof Expr.Constant constant)) {
        return List.of();
      }
      lengths.add((Integer) constant.value());
    }
    return lengths;
  }

  private void parameters() {
    Set<Variable> used = Reads.free(routine.body());
    used.addAll(writtenParameters(routine.body()));
    used.add(routine.result());
    addRecords(used);
    routine
        .sources()
        .forEach(
            (variable, source) -> {
              if (used.contains(variable)) {
                CodeBlock value = value(source);
                code.addStatement(
                    "$T $L = $L",
                    JavaTypeNames.of(variable.type()),
                    names.declare(variable),
                    value);
              }
            });
    for (Variable parameter : routine.parameters()) {
      if (used.contains(parameter)) {
        code.addStatement(
            "$T $L = $L.$L",
            JavaTypeNames.of(parameter.type()),
            names.declare(parameter),
            modelName,
            parameter.name());
      }
    }
  }

  /** A component of a component needs the record that it is in. */
  private void addRecords(Set<Variable> used) {
    List<Map.Entry<Variable, Source>> inward = new ArrayList<>(routine.sources().entrySet());
    Collections.reverse(inward);
    for (Map.Entry<Variable, Source> entry : inward) {
      if (used.contains(entry.getKey()) && entry.getValue() instanceof Source.Component part) {
        used.add(part.record());
      }
    }
  }

  private CodeBlock value(Source source) {
    if (source instanceof Source.Component component) {
      return CodeBlock.of("$L.$L()", names.of(component.record()), component.accessor());
    } else if (source instanceof Source.StaticField field) {
      return CodeBlock.of("$T.$L", JavaTypeNames.ofClass(field.owner()), field.name());
    }
    return CodeBlock.of("$L.$L", modelName, ((Source.ModelField) source).name());
  }

  private static List<Variable> writtenParameters(List<Code> body) {
    List<Variable> written = new ArrayList<>();
    for (Code statement : body) {
      if (statement instanceof Code.PutAdd put) {
        written.add(put.array());
      }
      written.addAll(writtenParameters(Reads.inner(statement)));
    }
    return written;
  }

  private void statements(List<Code> body) {
    body.forEach(this::statement);
  }

  private void statement(Code statement) {
    if (statement instanceof Code.Declare declare) {
      declare(declare);
    } else if (statement instanceof Code.Assign assign) {
      code.addStatement("$L = $L", names.of(assign.variable()), expressions.write(assign.value()));
    } else if (statement instanceof Code.Add add) {
      add(CodeBlock.of(names.of(add.variable())), add.variable().type(), add.value());
    } else if (statement instanceof Code.Allocate allocate) {
      allocate(allocate);
    } else if (statement instanceof Code.Put put) {
      code.addStatement(
          "$L = $L",
          expressions.element(put.array(), put.indices()),
          expressions.write(put.value()));
    } else if (statement instanceof Code.PutAdd put) {
      Type type = Type.of(put.array().type().element());
      add(expressions.element(put.array(), put.indices()), type, put.value());
    } else if (statement instanceof Code.Touch touch) {
      code.addStatement(
          "$L.mark($L)", touched.get(touch.parameter()), expressions.write(touch.row()));
    } else if (statement instanceof Code.Keep keep) {
      keep(keep);
    } else if (statement instanceof Code.Undo) {
      code.addStatement("$L.undo()", history.orElseThrow());
    } else if (statement instanceof Code.Mark) {
      code.addStatement("$L.mark()", history.orElseThrow());
    } else if (statement instanceof Code.Rewind) {
      code.addStatement("$L.rewind()", history.orElseThrow());
    } else if (statement instanceof Code.For loop) {
      loop(loop);
    } else if (statement instanceof Code.If branch) {
      branch(branch);
    } else if (statement instanceof Code.Invoke invoke) {
      code.addStatement(
          "$T.$L($L)",
          classOf(invoke.owner()),
          invoke.method(),
          expressions.list(invoke.arguments()));
    } else if (statement instanceof Code.Kernel kernel) {
      code.addStatement(
          "$L.$L($L)", BatchMethods.KERNEL, kernel.method(), expressions.list(kernel.arguments()));
    } else if (statement instanceof Code.Note note) {
      code.add("// $L\n", note.text());
    } else if (statement instanceof Code.RequireFinite finite) {
      TypeName boxed = JavaTypeNames.of(finite.loss().type()).box();
      code.beginControlFlow("if (!$T.isFinite($L))", boxed, names.of(finite.loss()))
          .addStatement("return $1L", names.of(finite.loss()))
          .endControlFlow();
    } else if (statement instanceof Code.Descend descend) {
      code.addStatement(
          "$L.$L -= $L", modelName, descend.parameter().name(), expressions.write(descend.value()));
    }
  }

  private void declare(Code.Declare declare) {
    // The value is written first: it may read another variable of the same name.
    Optional<CodeBlock> value = declare.value().map(expressions::write);
    TypeName type = JavaTypeNames.of(declare.variable().type());
    String name = names.declare(declare.variable());
    if (value.isPresent()) {
      code.addStatement("$T $L = $L", type, name, value.get());
    } else {
      code.addStatement("$T $L", type, name);
    }
  }

  private void add(CodeBlock target, Type type, Expr value) {
    boolean narrows = value.type().element().compareTo(type.element()) > 0;
    if (narrows) {
      code.addStatement(
          "$1L = ($2T) ($1L + $3L)", target, JavaTypeNames.of(type), expressions.operand(value));
    } else if (value instanceof Expr.Negate negated) {
      code.addStatement("$L -= $L", target, expressions.write(negated.operand()));
    } else {
      code.addStatement("$L += $L", target, expressions.write(value));
    }
  }

  /** The class that has the operations of a class. */
  private ClassName classOf(String owner) {
    boolean isOfBrisk = owner.startsWith(Ops.class.getPackageName() + ".");
    return operations.filter(own -> isOfBrisk).orElseGet(() -> JavaTypeNames.ofClass(owner));
  }

  private void allocate(Code.Allocate allocate) {
    if (operations.isPresent()) {
      // The lengths are written first: they may read another variable of the same name.
      CodeBlock lengths =
          allocate.lengths().stream()
              .map(length -> CodeBlock.of("[$L]", expressions.write(length)))
              .collect(CodeBlock.joining(""));
      Type type = allocate.array().type();
      code.addStatement(
          "$T $L = new $T$L",
          JavaTypeNames.of(type),
          names.declare(allocate.array()),
          JavaTypeNames.of(type.element()),
          lengths);
      return;
    }
    ScratchField field = scratch.get(allocate.array());
    if (!field.isFixed()) {
      CodeBlock lengths = expressions.list(allocate.lengths());
      code.addStatement(
          "$T $L = $L.$L($L)",
          JavaTypeNames.of(field.type()),
          names.declare(allocate.array()),
          field.name(),
          allocate.isZeroed() ? "zeros" : "take",
          lengths);
    } else if (allocate.isZeroed() && field.isTwoDimensional()) {
      code.addStatement("$T.clear($L)", Rows.class, field.name());
    } else if (allocate.isZeroed()) {
      String zero = field.type().equals(Type.arrayOf(Type.BOOLEAN.element())) ? "false" : "0";
      code.addStatement("$T.fill($L, $L)", Arrays.class, field.name(), zero);
    }
  }

  private void keep(Code.Keep keep) {
    int last = keep.indices().size() - 1;
    code.addStatement(
        "$L.keep($L, $L)",
        history.orElseThrow(),
        expressions.element(keep.array(), keep.indices().subList(0, last)),
        expressions.write(keep.indices().get(last)));
  }

  private void loop(Code.For loop) {
    CodeBlock from = expressions.write(loop.from());
    CodeBlock to = expressions.right(loop.relation(), loop.to());
    names.within(
        () -> {
          String index = names.declare(loop.index());
          code.beginControlFlow(
              "for (int $1L = $2L; $1L $3L $4L; $5L)",
              index,
              from,
              loop.relation().symbol(),
              to,
              counting(index, loop.step()));
          statements(loop.body());
          code.endControlFlow();
        });
  }

  private static String counting(String index, int step) {
    return switch (step) {
      case 1 -> index + "++";
      case -1 -> index + "--";
      default -> step > 0 ? index + " += " + step : index + " -= " + -step;
    };
  }

  private void branch(Code.If branch) {
    if (branch.then().isEmpty()) {
      code.beginControlFlow("if (!$L)", expressions.operand(branch.condition()));
      names.within(() -> statements(branch.otherwise()));
      code.endControlFlow();
      return;
    }
    code.beginControlFlow("if ($L)", expressions.write(branch.condition()));
    names.within(() -> statements(branch.then()));
    if (!branch.otherwise().isEmpty()) {
      code.nextControlFlow("else");
      names.within(() -> statements(branch.otherwise()));
    }
    code.endControlFlow();
  }
}
