package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads components of records, {@code rating.user()}: each is a part of the example, read once
 * before the method is computed.
 */
final class ComponentReader {
  private final BodyReader body;
  private final ExpressionReader expressions;

  ComponentReader(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  /** The value of the component, if the call is one on a record. */
  Optional<Expr> read(MethodInvocationTree tree, Place place) {
    if (tree.getMethodSelect() instanceof MemberSelectTree select
        && tree.getArguments().isEmpty()
        && isValue(select.getExpression())
        && expressions.read(select.getExpression()) instanceof Expr.Read record
        && record.type().isRecord()) {
      return Optional.of(component(record.variable(), select.getIdentifier().toString(), place));
    }
    return Optional.empty();
  }

  /** Whether the expression is a variable, or a component of one. */
  private boolean isValue(ExpressionTree tree) {
    return tree instanceof MethodInvocationTree call
        ? call.getMethodSelect() instanceof MemberSelectTree select
            && isValue(select.getExpression())
        : expressions.isVariable(tree);
  }

  private Expr component(Variable record, String name, Place place) {
    TypeElement type =
        body.model().elements().getTypeElement(record.type().recordName().orElseThrow());
    RecordComponentElement component =
        type.getRecordComponents().stream()
            .filter(candidate -> candidate.getSimpleName().contentEquals(name))
            .findFirst()
            .orElseThrow(() -> otherMethod(type, name, place));
    Type componentType =
        JavaTypes.of(component.asType())
            .orElseThrow(
                () ->
                    Refusal.because(
                        Problem.UNSUPPORTED_EXPRESSION,
                        place,
                        "the component `" + name + "` of type " + component.asType(),
                        "Give the record a number, or an array of numbers, in its place"));
    String local = record.name() + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Variable variable =
        body.program()
            .source(
                new Source.Component(record, name), local, componentType, Variable.Kind.ARGUMENT);
    return new Expr.Read(variable, place);
  }

  /** A method of the record that is no accessor; javac reports one that does not exist. */
  private Refusal otherMethod(TypeElement type, String name, Place place) {
    List<?> methods = body.names().methods(type, name);
    return methods.isEmpty()
        ? Refusal.silent()
        : Refusal.because(Problem.METHOD_OUTSIDE_MODEL, place, type.getSimpleName() + "." + name);
  }
}
