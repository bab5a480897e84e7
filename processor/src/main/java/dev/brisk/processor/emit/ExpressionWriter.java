package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.function.Function;

/** Writes expressions, with no more brackets than needed. */
final class ExpressionWriter {
  private static final int ANYTHING = 0;
  private static final int CONDITIONAL = 2;
  private static final int UNARY = 14;
  private static final int PRIMARY = 15;

  private final LocalNames names;
  private final Function<String, ClassName> classes;

  /**
   * @param classes that have the operations of those that the program names
   */
  ExpressionWriter(LocalNames names, Function<String, ClassName> classes) {
    this.names = names;
    this.classes = classes;
  }

  CodeBlock write(Expr expr) {
    return write(expr, ANYTHING);
  }

  /** As an operand of what binds as tightly as a cast. */
  CodeBlock operand(Expr expr) {
    return write(expr, UNARY);
  }

  /** As the right operand of the operator. */
  CodeBlock right(Operator operator, Expr expr) {
    return write(expr, operator.precedence() + 1);
  }

  private CodeBlock write(Expr expr, int atLeast) {
    CodeBlock text = text(expr);
    return precedence(expr) >= atLeast ? text : CodeBlock.of("($L)", text);
  }

  private static int precedence(Expr expr) {
    if (expr instanceof Expr.Binary binary) {
      return binary.operator().precedence();
    } else if (expr instanceof Expr.Conditional) {
      return CONDITIONAL;
    } else if (expr instanceof Expr.Negate
        || expr instanceof Expr.Not
        || expr instanceof Expr.Cast
        || isNegative(expr)) {
      return UNARY;
    }
    return PRIMARY;
  }

  private static boolean isNegative(Expr expr) {
    return expr instanceof Expr.Constant constant
        && constant.value() instanceof Number number
        && (number.doubleValue() < 0 || 1 / number.doubleValue() < 0);
  }

  private CodeBlock text(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return CodeBlock.of("$L", Literals.of(constant.value(), constant.type().element()));
    } else if (expr instanceof Expr.ConstantField field) {
      return CodeBlock.of("$T.$L", JavaTypeNames.ofClass(field.owner()), field.name());
    } else if (expr instanceof Expr.Read read) {
      return CodeBlock.of("$L", names.of(read.variable()));
    } else if (expr instanceof Expr.Element element) {
      return element(element.array(), element.indices());
    } else if (expr instanceof Expr.Length length) {
      return CodeBlock.of("$L.length", element(length.array(), length.indices()));
    } else if (expr instanceof Expr.Negate negate) {
      boolean meetsMinus = negate.operand() instanceof Expr.Negate || isNegative(negate.operand());
      return CodeBlock.of("-$L", write(negate.operand(), meetsMinus ? PRIMARY : UNARY));
    } else if (expr instanceof Expr.Not not) {
      String symbol = not.type().equals(Type.BOOLEAN) ? "!" : "~";
      return CodeBlock.of("$L$L", symbol, write(not.operand(), UNARY));
    } else if (expr instanceof Expr.Binary binary) {
      return CodeBlock.of(
          "$L $L$W$L",
          write(binary.left(), binary.operator().precedence()),
          binary.operator().symbol(),
          right(binary.operator(), binary.right()));
    } else if (expr instanceof Expr.Conditional conditional) {
      return CodeBlock.of(
          "$L ?$W$L :$W$L",
          write(conditional.condition(), CONDITIONAL + 1),
          write(conditional.then(), CONDITIONAL + 1),
          write(conditional.otherwise(), CONDITIONAL));
    } else if (expr instanceof Expr.Cast cast) {
      return CodeBlock.of("($T) $L", JavaTypeNames.of(cast.type()), operand(cast.operand()));
    }
    Expr.Call call = (Expr.Call) expr;
    return CodeBlock.of(
        "$T.$L($L)",
        classes.apply(call.primitive().owner()),
        call.primitive().name(),
        list(call.arguments()));
  }

  /** An element of an array, a row of it, or the array itself, by the number of indices. */
  CodeBlock element(Variable array, List<Expr> indices) {
    CodeBlock.Builder text = CodeBlock.builder().add("$L", names.of(array));
    indices.forEach(index -> text.add("[$L]", write(index)));
    return text.build();
  }

  /** Arguments of a call. */
  CodeBlock list(List<Expr> expressions) {
    return expressions.stream().map(this::write).collect(CodeBlock.joining(",$W"));
  }
}
