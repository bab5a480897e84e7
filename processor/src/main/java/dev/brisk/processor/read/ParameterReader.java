package dev.brisk.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import dev.brisk.Parameter;
import dev.brisk.Sparse;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the fields of a model that training changes. */
final class ParameterReader {
  private final DeclarationReader declarations;
  private final Optional<Trees> trees;

  ParameterReader(DeclarationReader declarations, Optional<Trees> trees) {
    this.declarations = declarations;
    this.trees = trees;
  }

  /** The parameters in source order. */
  List<ParameterSource> read(TypeElement model, Diagnostics diagnostics) {
    List<ParameterSource> parameters = new ArrayList<>();
    boolean hasAny = false;
    for (VariableElement field : ElementFilter.fieldsIn(model.getEnclosedElements())) {
      if (Brisk.has(field, Parameter.class)) {
        hasAny = true;
        read(field, diagnostics).ifPresent(parameters::add);
      } else if (Brisk.has(field, Sparse.class)) {
        refuseSparse(field, "is no @Parameter", "Write @Parameter beside it", diagnostics);
      }
    }
    if (!hasAny) {
      diagnostics.add(Problem.MISSING_PARAMETER, ElementPlace.of(model), model.getSimpleName());
    }
    checkPrecision(parameters, diagnostics);
    return parameters;
  }

  private Optional<ParameterSource> read(VariableElement field, Diagnostics diagnostics) {
    String name = field.getSimpleName().toString();
    Place place = ElementPlace.of(field);
    Declaration declaration =
        declarations.read(field, Brisk.find(field, Parameter.class).orElseThrow());
    Optional<Type> type = Signatures.type(field.asType()).filter(Signatures::isParameterType);
    if (type.isEmpty()) {
      diagnostics.add(
          Problem.UNSUPPORTED_PARAMETER_TYPE, place, name, field.asType(), instead(field));
      return Optional.empty();
    }
    checkModifiers(field, type.get(), diagnostics);
    if (Brisk.has(field, Sparse.class) && !type.get().isArray()) {
      refuseSparse(field, "is a single number", "Remove @Sparse", diagnostics);
    } else if (Brisk.has(field, Sparse.class) && HandWritten.isIn(field.getEnclosingElement())) {
      refuseSparse(field, "its gradient is written by hand", "Remove @Sparse", diagnostics);
    }
    List<Integer> shape = Shapes.read(declaration, "shape", type.get(), name, diagnostics);
    return Optional.of(
        new ParameterSource(
            name,
            type.get(),
            shape,
            Brisk.has(field, Sparse.class),
            field.getModifiers().contains(Modifier.FINAL),
            declaration,
            place));
  }

  private static void refuseSparse(
      VariableElement field, String what, String instead, Diagnostics diagnostics) {
    diagnostics.add(
        Problem.SPARSE_WITHOUT_ROWS,
        ElementPlace.of(field, Brisk.find(field, Sparse.class).orElseThrow()),
        field.getSimpleName(),
        what,
        instead);
  }

  private void checkModifiers(VariableElement field, Type type, Diagnostics diagnostics) {
    String name = field.getSimpleName().toString();
    Place place = ElementPlace.of(field);
    Set<Modifier> modifiers = field.getModifiers();
    if (modifiers.contains(Modifier.PRIVATE)) {
      diagnostics.add(Problem.PRIVATE_PARAMETER, place, name);
    }
    if (modifiers.contains(Modifier.STATIC)) {
      diagnostics.add(Problem.STATIC_PARAMETER, place, name);
    }
    if (!modifiers.contains(Modifier.FINAL)) {
      return;
    }
    if (!type.isArray()) {
      diagnostics.add(Problem.FINAL_PARAMETER, place, name, "changes its value", "Remove `final`");
    } else if (!isInitialised(field)) {
      diagnostics.add(
          Problem.FINAL_PARAMETER,
          place,
          name,
          "puts an array into it, as it has no initializer",
          "Remove `final`, or give it one, `new " + type.element().keyword() + "[n]`");
    }
  }

  /** Where there are no trees, no harm is assumed: javac will see the same class again. */
  private boolean isInitialised(VariableElement field) {
    Tree tree = trees.map(present -> present.getTree(field)).orElse(null);
    if (tree instanceof VariableTree variable) {
      ExpressionTree initializer = variable.getInitializer();
      return initializer != null && initializer.getKind() != Tree.Kind.NULL_LITERAL;
    }
    return true;
  }

  private static void checkPrecision(List<ParameterSource> parameters, Diagnostics diagnostics) {
    for (ParameterSource parameter : parameters) {
      ParameterSource first = parameters.get(0);
      if (parameter.type().element() != first.type().element()) {
        Type unified = new Type(first.type().element(), parameter.type().rank());
        diagnostics.add(
            Problem.MIXED_PRECISION,
            parameter.place(),
            parameter.name(),
            parameter.type(),
            first.name(),
            first.type(),
            unified + " " + parameter.name());
      }
    }
  }

  private static String instead(VariableElement field) {
    Optional<Type> type = Signatures.type(field.asType());
    if (type.isPresent() && type.get().rank() > 2 && type.get().isFloating()) {
      return "`@Parameter(shape = {planes, rows, columns}) "
          + Type.arrayOf(type.get().element())
          + "`, which holds the rows one after the other";
    }
    return type.isPresent() && type.get().isArray() ? "`double[]`" : "`double`";
  }
}
