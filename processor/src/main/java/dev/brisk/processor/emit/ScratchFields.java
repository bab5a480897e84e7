package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.brisk.runtime.History;
import dev.brisk.runtime.Scratch;
import dev.brisk.runtime.ScratchRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** The scratch arrays of a trainer. Routines never run within each other, so they share them. */
final class ScratchFields {
  private final UnaryOperator<String> freshName;
  private final Map<ScratchField, String> fields = new LinkedHashMap<>();
  private Optional<String> history = Optional.empty();

  /**
   * @param freshName gives a name that no other field of the trainer has
   */
  ScratchFields(UnaryOperator<String> freshName) {
    this.freshName = freshName;
  }

  /** The names of the fields that serve a routine, in the order in which it takes them. */
  List<String> forRoutine(List<ScratchField> wanted) {
    List<String> names = new ArrayList<>();
    for (ScratchField field : wanted) {
      names.add(fields.computeIfAbsent(field, absent -> freshName.apply(wanted(absent))));
    }
    return names;
  }

  private static String wanted(ScratchField field) {
    return field.isOfBatch() ? "batch" + TrainerFields.capitalized(field.name()) : field.name();
  }

  /** The name of the field that keeps overwritten elements. */
  String history() {
    if (history.isEmpty()) {
      history = Optional.of(freshName.apply(TrainerFields.HISTORY));
    }
    return history.get();
  }

  List<FieldSpec> declarations() {
    List<FieldSpec> declarations = new ArrayList<>();
    fields.forEach(
        (field, name) ->
            declarations.add(
                (field.isOfBatch()
                        ? FieldSpec.builder(type(field), name, Modifier.PRIVATE)
                        : FieldSpec.builder(type(field), name, Modifier.PRIVATE, Modifier.FINAL))
                    .initializer(initializer(field))
                    .build()));
    history.ifPresent(
        name ->
            declarations.add(
                FieldSpec.builder(History.class, name, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", History.class)
                    .build()));
    return declarations;
  }

  /** A method that makes room for a batch, if there is something to make room for. */
  Optional<MethodSpec> reserve() {
    List<String> names =
        fields.keySet().stream().filter(ScratchField::isOfBatch).map(fields::get).toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    CodeBlock.Builder code = CodeBlock.builder();
    code.beginControlFlow("if ($L.length < size)", names.get(0));
    fields.forEach(
        (field, name) -> {
          if (field.isOfBatch()) {
            code.addStatement("$L = $L", name, newArray(field, "size"));
          }
        });
    return Optional.of(
        MethodSpec.methodBuilder("reserve")
            .addJavadoc("Makes room for what is computed of so many examples at once.\n")
            .addModifiers(Modifier.PRIVATE)
            .addParameter(TypeName.INT, "size")
            .addCode(code.endControlFlow().build())
            .build());
  }

  private static CodeBlock newArray(ScratchField field, String batch) {
    CodeBlock.Builder array =
        CodeBlock.builder().add("new $T", JavaTypeNames.of(field.type().element()));
    if (field.isOfBatch()) {
      array.add("[$L]", batch);
    }
    field.lengths().forEach(length -> array.add("[$L]", length));
    return array.build();
  }

  /** The type of a scratch field. */
  static TypeName type(ScratchField field) {
    TypeName array = JavaTypeNames.of(field.type());
    return field.isFixed() ? array : ParameterizedTypeName.get(keeper(field), array);
  }

  private static ClassName keeper(ScratchField field) {
    return ClassName.get(field.isTwoDimensional() ? ScratchRows.class : Scratch.class);
  }

  private static CodeBlock initializer(ScratchField field) {
    if (field.isFixed()) {
      return newArray(field, "0");
    }
    String factory =
        switch (field.type().element()) {
          case DOUBLE -> "ofDoubles";
          case FLOAT -> "ofFloats";
          case INT -> "ofInts";
          case LONG -> "ofLongs";
          case BOOLEAN -> "ofBooleans";
          case RECORD -> throw new IllegalArgumentException("a record is no number");
        };
    return CodeBlock.of("$T.$L()", keeper(field), factory);
  }
}
