package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Walk;
import java.util.Optional;

/**
 * A quotient of ints is not used as a floating-point value, unless a cast says so: its fraction is
 * gone by then.
 */
final class IntegerDivisionRule implements BodyRule {
  @Override
  public void check(Definitions program, Diagnostics diagnostics) {
    Walk.statements(
        program.body(),
        statement -> {
          if (statement instanceof Statement.Define define) {
            widened(define.value(), define.variable().type().element(), diagnostics);
          } else if (statement instanceof Statement.Store store) {
            widened(store.value(), store.array().type().element(), diagnostics);
          }
          for (Expr expr : Walk.expressionsOf(statement)) {
            Walk.expressions(expr, part -> operands(part, diagnostics));
          }
        });
  }

  private static void operands(Expr expr, Diagnostics diagnostics) {
    if (expr instanceof Expr.Binary binary) {
      Scalar type =
          Scalar.promoted(binary.left().type().element(), binary.right().type().element());
      widened(binary.left(), type, diagnostics);
      widened(binary.right(), type, diagnostics);
    } else if (expr instanceof Expr.Conditional conditional) {
      widened(conditional.then(), conditional.type().element(), diagnostics);
      widened(conditional.otherwise(), conditional.type().element(), diagnostics);
    } else if (expr instanceof Expr.Call call) {
      for (int i = 0; i < call.arguments().size(); i++) {
        Scalar type = call.primitive().arguments().get(i).type().element();
        widened(call.arguments().get(i), type, diagnostics);
      }
    }
  }

  /** A value that becomes one of the type without a cast. */
  private static void widened(Expr expr, Scalar type, Diagnostics diagnostics) {
    if (!type.isFloating() || expr.type().isFloating()) {
      return;
    }
    if (expr instanceof Expr.Negate negated) {
      widened(negated.operand(), type, diagnostics);
    } else if (expr instanceof Expr.Conditional conditional) {
      widened(conditional.then(), type, diagnostics);
      widened(conditional.otherwise(), type, diagnostics);
    } else if (expr instanceof Expr.Binary binary && binary.operator() == Operator.DIVIDE) {
      Optional<Long> dividend = WholeConstants.of(binary.left());
      Optional<Long> divisor = WholeConstants.of(binary.right());
      if (dividend.isEmpty() || divisor.isEmpty()) {
        ofVariables(binary, type, diagnostics);
      } else if (divisor.get() != 0 && dividend.get() % divisor.get() != 0) {
        ofConstants(binary, dividend.get(), divisor.get(), type, diagnostics);
      }
    }
  }

  private static void ofConstants(
      Expr.Binary quotient, long dividend, long divisor, Scalar type, Diagnostics diagnostics) {
    String suffix = type == Scalar.FLOAT ? ".0f" : ".0";
    diagnostics.add(
        Problem.INTEGER_DIVISION,
        quotient.place(),
        "`" + dividend + " / " + divisor + "` is " + dividend / divisor,
        quotient.type(),
        type.keyword(),
        "one of the two as a "
            + type.keyword()
            + ", `"
            + dividend
            + suffix
            + " / "
            + divisor
            + "`");
  }

  private static void ofVariables(Expr.Binary quotient, Scalar type, Diagnostics diagnostics) {
    String cast = "`(" + type.keyword() + ") ";
    diagnostics.add(
        Problem.INTEGER_DIVISION,
        quotient.place(),
        "the fraction of this quotient is dropped",
        quotient.type(),
        type.keyword(),
        cast + "a / b`, or " + cast + "(a / b)` if it is to be dropped");
  }
}
