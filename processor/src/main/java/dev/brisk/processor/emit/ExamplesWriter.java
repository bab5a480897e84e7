package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.brisk.processor.plan.ColumnPlan;
import dev.brisk.processor.program.Type;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Examples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the nested class of a trainer that holds the examples. */
final class ExamplesWriter {
  private final ClassName examples;
  private final ClassName model;
  private final List<ColumnPlan> columns;

  ExamplesWriter(ClassName examples, ClassName model, List<ColumnPlan> columns) {
    this.examples = examples;
    this.model = model;
    this.columns = columns;
  }

  TypeSpec write() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(examples)
            .addJavadoc(
                "Examples of {@link $T}: one column for each argument of its loss.\n", model)
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Examples.class), examples));
    for (ColumnPlan column : columns) {
      type.addField(type(column), column.name(), Modifier.PRIVATE, Modifier.FINAL);
    }
    return type.addMethod(constructor()).addMethod(size()).addMethod(select()).build();
  }

  /** The static method that makes examples from arrays. */
  MethodSpec factory() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("examples")
            .addJavadoc(
                columns.isEmpty()
                    ? "The one example of a loss without arguments.\n"
                    : "Examples from one array for each argument of the loss; rows are shared.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(examples);
    columns.forEach(column -> method.addParameter(type(column), column.name()));
    return method.addStatement("return new $T($L)", examples, names()).build();
  }

  /**
   * The methods that tell of the columns, and make examples of columns whose types are not known.
   */
  List<MethodSpec> ofColumns() {
    return List.of(described(), untyped());
  }

  private MethodSpec described() {
    CodeBlock described =
        columns.stream()
            .map(
                column ->
                    CodeBlock.of(
                        "new $T($S, $T.class,$W$T.of($L))",
                        ExampleColumn.class,
                        column.name(),
                        type(column),
                        List.class,
                        numbers(column.shape())))
            .collect(CodeBlock.joining(",\n", "\n", ""));
    return overriding("columns")
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(List.class), ClassName.get(ExampleColumn.class)))
        .addStatement(
            "return $T.of($L)", List.class, columns.isEmpty() ? CodeBlock.of("") : described)
        .build();
  }

  private static String numbers(List<Integer> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private MethodSpec untyped() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (ColumnPlan column : columns) {
      arguments.add(CodeBlock.of("($T) columns[$L]", type(column), arguments.size()));
    }
    return overriding("examplesOf")
        .returns(examples)
        .addParameter(Object[].class, "columns")
        .varargs()
        .addStatement("$T.columns(columns(), columns)", Check.class)
        .addStatement("return examples($L)", CodeBlock.join(arguments, ",$W"))
        .build();
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }

  /** The arguments of one example, {@code examples.pixels[i], examples.digit[i]}. */
  static CodeBlock row(List<ColumnPlan> columns, String examples, String index) {
    return columns.stream()
        .map(column -> CodeBlock.of("$L.$L[$L]", examples, column.name(), index))
        .collect(CodeBlock.joining(",$W"));
  }

  private static TypeName type(ColumnPlan column) {
    return ArrayTypeName.of(JavaTypeNames.of(column.type()));
  }

  private String names() {
    return columns.stream().map(ColumnPlan::name).collect(Collectors.joining(", "));
  }

  private MethodSpec constructor() {
    MethodSpec.Builder method = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
    columns.forEach(column -> method.addParameter(type(column), column.name()));
    for (ColumnPlan column : columns) {
      String first = columns.get(0).name();
      method.addStatement(
          "$1T.rows($2S, $2L.length, $3S, $3L.length)", Check.class, column.name(), first);
    }
    String row = free("row");
    for (ColumnPlan column : columns) {
      if (!column.lengths().isEmpty()) {
        method
            .beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", row, column.name())
            .addStatement(lengthsChecked(column, CodeBlock.of(column.name()), row))
            .endControlFlow();
      }
    }
    columns.forEach(column -> method.addStatement("this.$1L = $1L.clone()", column.name()));
    return method.build();
  }

  /** A check of one row of a column, which has lengths. */
  static CodeBlock lengthsChecked(ColumnPlan column, CodeBlock rows, String row) {
    List<Integer> lengths = column.lengths();
    return lengths.size() > 1
        ? CodeBlock.of(
            "$1T.row($2S, $3L, $4L[$3L], $5L, $6L)",
            Check.class,
            column.name(),
            row,
            rows,
            lengths.get(0),
            lengths.get(1))
        : CodeBlock.of(
            "$1T.row($2S, $3L, $4L[$3L].length, $5L)",
            Check.class,
            column.name(),
            row,
            rows,
            lengths.get(0));
  }

  private MethodSpec size() {
    return MethodSpec.methodBuilder("size")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeName.INT)
        .addStatement(
            columns.isEmpty() ? "return 1" : "return " + columns.get(0).name() + ".length")
        .build();
  }

  private MethodSpec select() {
    String rows = free("rows");
    String i = free("i");
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("select")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(examples)
            .addParameter(int[].class, rows)
            .varargs();
    if (columns.isEmpty()) {
      return method
          .beginControlFlow("for (int $L : $L)", i, rows)
          .addStatement("$T.checkIndex($L, 1)", Objects.class, i)
          .endControlFlow()
          .addStatement("return this")
          .build();
    }
    for (ColumnPlan column : columns) {
      String brackets = "[]".repeat(column.type().rank());
      method.addStatement(
          "$T $L = new $T[$L.length]$L",
          type(column),
          column.name(),
          element(column.type()),
          rows,
          brackets);
    }
    method.beginControlFlow("for (int $1L = 0; $1L < $2L.length; $1L++)", i, rows);
    columns.forEach(
        column -> method.addStatement("$1L[$2L] = this.$1L[$3L[$2L]]", column.name(), i, rows));
    return method.endControlFlow().addStatement("return new $T($L)", examples, names()).build();
  }

  private static TypeName element(Type type) {
    return type.isArray() ? JavaTypeNames.of(type.element()) : JavaTypeNames.of(type);
  }

  /** A name that no column has. */
  private String free(String wanted) {
    Set<String> taken =
        columns.stream().map(ColumnPlan::name).collect(Collectors.toCollection(HashSet::new));
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + number;
    }
    return name;
  }
}
