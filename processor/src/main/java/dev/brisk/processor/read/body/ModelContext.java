package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.Map;
import java.util.function.BiConsumer;
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

  /** The classes whose static members bodies use. */
  Owners owners() {
    return new Owners(elements, model);
  }

  /** The value of a field: of a parameter, or of a constant. */
  Expr field(VariableElement field, Place place) {
    String name = field.getSimpleName().toString();
    if (field.getEnclosingElement().equals(model) && parameters.containsKey(name)) {
      return new Expr.Read(parameters.get(name), place);
    }
    Type type = JavaTypes.of(field.asType()).filter(found -> !found.isArray()).orElse(null);
    if (type == null || !field.getModifiers().contains(Modifier.FINAL)) {
      throw Refusal.because(Problem.FIELD_NOT_USABLE, place, name);
    }
    if (field.getConstantValue() != null) {
      return new Expr.Constant(field.getConstantValue(), type, place);
    }
    if (!field.getModifiers().contains(Modifier.STATIC)) {
      throw Refusal.because(Problem.FIELD_NOT_USABLE, place, name);
    }
    if (field.getModifiers().contains(Modifier.PRIVATE)) {
      throw Refusal.because(Problem.CONSTANT_NOT_ACCESSIBLE, place, name);
    }
    return new Expr.ConstantField(owners().of(field), name, type, place);
  }
}
