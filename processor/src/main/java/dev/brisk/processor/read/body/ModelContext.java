package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What all bodies of one model share.
 *
 * @param parameters the variables of the model's parameters, by the names of their fields
 * @param observer is told the type of every expression that was read
 */
record ModelContext(
    TypeElement model,
    Elements elements,
    Types types,
    Trees trees,
    Map<String, Variable> parameters,
    BiConsumer<ExpressionTree, Type> observer) {

  /** The value of a field: of a parameter, or of a constant. */
  Expr field(VariableElement field, ProgramBuilder program, Place place) {
    String name = field.getSimpleName().toString();
    if (field.getEnclosingElement().equals(model) && parameters.containsKey(name)) {
      return new Expr.Read(parameters.get(name), place);
    }
    Type type = JavaTypes.of(field.asType()).filter(found -> !found.isRecord()).orElse(null);
    Set<Modifier> modifiers = field.getModifiers();
    if (type == null || !modifiers.contains(Modifier.FINAL)) {
      throw Refusal.because(Problem.FIELD_NOT_USABLE, place, name);
    }
    if (field.getConstantValue() != null) {
      return new Expr.Constant(field.getConstantValue(), type, place);
    }
    TypeElement owner = (TypeElement) field.getEnclosingElement();
    boolean isStatic = modifiers.contains(Modifier.STATIC);
    if (!isStatic && !types.isSubtype(model.asType(), owner.asType())) {
      throw Refusal.because(Problem.FIELD_NOT_USABLE, place, name);
    }
    hidden(field)
        .ifPresent(
            what -> {
              throw Refusal.because(Problem.CONSTANT_NOT_ACCESSIBLE, place, name, what);
            });
    String ownerName = owner.getQualifiedName().toString();
    if (isStatic && !type.isArray()) {
      return new Expr.ConstantField(ownerName, name, type, place);
    }
    Source source =
        isStatic ? new Source.StaticField(ownerName, name) : new Source.ModelField(name);
    return new Expr.Read(program.source(source, name, type, Variable.Kind.CONSTANT), place);
  }

  /** What keeps a class beside the model from reading the field, as what to do about it. */
  private Optional<String> hidden(VariableElement field) {
    for (Element e = field; e.getKind() != ElementKind.PACKAGE; e = e.getEnclosingElement()) {
      boolean isNear = elements.getPackageOf(e).equals(elements.getPackageOf(model));
      if (e.getModifiers().contains(Modifier.PRIVATE)) {
        return Optional.of("Remove `private` from `" + e.getSimpleName() + "`");
      } else if (!isNear && !e.getModifiers().contains(Modifier.PUBLIC)) {
        return Optional.of("Make `" + e.getSimpleName() + "` public");
      }
    }
    return Optional.empty();
  }
}
