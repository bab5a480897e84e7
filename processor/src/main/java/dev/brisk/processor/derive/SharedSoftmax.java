package dev.brisk.processor.derive;

import dev.brisk.ops.CrossEntropy;
import dev.brisk.ops.Losses;
import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the probabilities of a softmax cross-entropy for its derivative, which would compute the
 * exponentials once more. In single precision, where the loss and its derivative stand in one
 * sequence and the logits stay as they are between them.
 */
final class SharedSoftmax {
  private static final String LOSSES = Losses.class.getCanonicalName();
  private static final String CROSS_ENTROPY = CrossEntropy.class.getCanonicalName();

  private SharedSoftmax() {}

  static List<Code> in(List<Code> code, Variables variables) {
    List<Code> shared = new ArrayList<>(code);
    for (int loss = 0; loss < shared.size(); loss++) {
      Optional<Expr.Call> call = loss(shared.get(loss));
      if (call.isEmpty()) {
        continue;
      }
      int back = derivative(call.get(), shared, loss);
      if (back > loss) {
        share(call.get(), loss, back, shared, variables);
        loss++; // The allocation stands before it now.
      }
    }
    return shared;
  }

  /** The call of the loss that a statement gives a name to. */
  private static Optional<Expr.Call> loss(Code statement) {
    return statement instanceof Code.Declare declare
            && declare.value().orElse(null) instanceof Expr.Call call
            && call.primitive().owner().equals(LOSSES)
            && call.primitive().name().equals("softmaxCrossEntropy")
            && call.type().equals(Type.FLOAT)
            && call.arguments().get(0) instanceof Expr.Read
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The place of its derivative, if the logits and the label are the same there; else -1. */
  private static int derivative(Expr.Call loss, List<Code> code, int from) {
    Variable logits = ((Expr.Read) loss.arguments().get(0)).variable();
    for (int i = from + 1; i < code.size(); i++) {
      if (code.get(i) instanceof Code.Invoke invoke
          && invoke.owner().equals(LOSSES)
          && invoke.method().equals("softmaxCrossEntropyByLogits")
          && Algebra.isSame(invoke.arguments().subList(0, 2), loss.arguments())) {
        return i;
      }
      boolean isChanged = Reads.written(List.of(code.get(i))).contains(logits);
      boolean isTakenAgain =
          code.get(i) instanceof Code.Allocate allocate && allocate.array().equals(logits);
      if (isChanged || isTakenAgain || code.get(i) instanceof Code.Rewind) {
        return -1;
      }
    }
    return -1;
  }

  private static void share(
      Expr.Call loss, int at, int back, List<Code> code, Variables variables) {
    Code.Invoke derivative = (Code.Invoke) code.get(back);
    Code.Declare declare = (Code.Declare) code.get(at);
    Variable logits = ((Expr.Read) loss.arguments().get(0)).variable();
    Variable kept = variables.local("probabilities", logits.type());

    List<Expr> byKept = new ArrayList<>(derivative.arguments());
    byKept.set(0, Algebra.read(kept));
    code.set(back, new Code.Invoke(CROSS_ENTROPY, "crossEntropyByLogits", byKept));

    List<Expr> keeping = new ArrayList<>(loss.arguments());
    keeping.add(Algebra.read(kept));
    List<Type> formal = keeping.stream().map(Expr::type).toList();
    Primitive crossEntropy = Primitive.plain(CROSS_ENTROPY, "crossEntropy", Type.FLOAT, formal);
    code.set(
        at, new Code.Declare(declare.variable(), Optional.of(Algebra.call(crossEntropy, keeping))));
    code.add(at, new Code.Allocate(kept, List.of(length(logits, code)), false));
  }

  /** The length that the logits were made with, or have. */
  private static Expr length(Variable logits, List<Code> code) {
    return code.stream()
        .filter(
            statement ->
                statement instanceof Code.Allocate allocate && allocate.array().equals(logits))
        .map(statement -> ((Code.Allocate) statement).lengths().get(0))
        .filter(Expr.Constant.class::isInstance)
        .findFirst()
        .orElse(new Expr.Length(logits, List.of(), Place.NOWHERE));
  }
}
