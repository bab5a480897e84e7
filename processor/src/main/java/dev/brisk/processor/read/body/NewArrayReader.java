package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads new arrays, {@code new double[n][m]} and {@code {{1, 2}, {3, 4}}}. */
final class NewArrayReader {
  static final int MOST_DIMENSIONS = 2;

  private final BodyReader body;
  private final ExpressionReader expressions;

  NewArrayReader(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
  }

  /**
   * The type of the array, which Brisk can compute with.
   *
   * @param declared the type of the variable that it is for, if that is written
   * @param name of that variable, for the message
   */
  Type type(NewArrayTree tree, @Nullable Type declared, Object name) {
    if (tree.getType() == null) {
      if (declared == null) {
        throw Refusal.silent(); // `var` of braces alone, which javac will report.
      }
      return declared;
    }
    String written = tree.getType().toString();
    boolean hasValues = tree.getInitializers() != null;
    String brackets = "[]".repeat(hasValues ? 1 : tree.getDimensions().size());
    // Of `new double[2][]` the type that is written is `double[]`.
    Optional<Type> type = parsed(written + brackets);
    if (type.isEmpty() || (!hasValues && written.endsWith("]"))) {
      throw Refusal.because(
          Problem.UNSUPPORTED_LOCAL_TYPE, body.place(tree), name, written + brackets);
    }
    return type.get();
  }

  /** The type of that text, if Brisk can compute with it. */
  static Optional<Type> parsed(String text) {
    for (Scalar scalar : Scalar.values()) {
      for (int rank = 0; rank <= MOST_DIMENSIONS; rank++) {
        if (text.equals(scalar.keyword() + "[]".repeat(rank))) {
          return Optional.of(new Type(scalar, rank));
        }
      }
    }
    return Optional.empty();
  }

  /** Allocates the array and stores its values. */
  void read(NewArrayTree tree, Variable array) {
    List<Expr> lengths = new ArrayList<>();
    if (tree.getInitializers() == null) {
      tree.getDimensions().forEach(length -> lengths.add(expressions.index(length)));
    } else {
      NewArrayTree values = tree;
      for (int rank = array.type().rank(); rank > 0; rank--) {
        lengths.add(whole(values.getInitializers().size(), values));
        if (rank > 1) {
          values = firstRow(values);
        }
      }
    }
    body.program().allocate(array, lengths, body.place(tree));
    if (tree.getInitializers() != null) {
      values(tree, array, List.of(), lengths);
    }
  }

  private NewArrayTree firstRow(NewArrayTree rows) {
    List<? extends ExpressionTree> initializers = rows.getInitializers();
    if (initializers.isEmpty()) {
      return rows; // No rows, and then none of any length.
    }
    return row(initializers.get(0));
  }

  private NewArrayTree row(ExpressionTree tree) {
    if (tree instanceof NewArrayTree row && row.getInitializers() != null) {
      return row;
    }
    throw Refusal.because(
        Problem.UNSUPPORTED_EXPRESSION,
        body.place(tree),
        "the row `" + tree + "` of a new array",
        "Write its elements in braces, or fill the array by a loop");
  }

  private void values(NewArrayTree tree, Variable array, List<Expr> row, List<Expr> lengths) {
    List<? extends ExpressionTree> values = tree.getInitializers();
    for (int i = 0; i < values.size(); i++) {
      List<Expr> indices = new ArrayList<>(row);
      indices.add(whole(i, values.get(i)));
      if (indices.size() == array.type().rank()) {
        Type type = Type.of(array.type().element());
        Expr value = expressions.scalar(values.get(i), type);
        body.program().add(new Statement.Store(array, indices, value, false, value.place()));
        continue;
      }
      NewArrayTree next = row(values.get(i));
      Object width = ((Expr.Constant) lengths.get(indices.size())).value();
      if (!width.equals(next.getInitializers().size())) {
        throw Refusal.because(
            Problem.UNSUPPORTED_EXPRESSION,
            body.place(next),
            "a row of another length than the first",
            "Write rows of one length, or several arrays");
      }
      values(next, array, indices, lengths);
    }
  }

  private Expr whole(int value, ExpressionTree tree) {
    return new Expr.Constant(value, Type.INT, body.place(tree));
  }
}
