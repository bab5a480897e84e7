package dev.brisk.processor.derive;

import dev.brisk.ops.Ops;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes calls of operations as if the user had written them. */
final class VectorCalls {
  private static final String OPS = Ops.class.getCanonicalName();
  private static final String FORMS = OPS.substring(0, OPS.lastIndexOf('.') + 1);

  private VectorCalls() {}

  /** Arguments of one operation, each with the method of its derivative. */
  private static Expr.Call call(
      String name, Type result, Optional<String> forms, List<Expr> arguments, String... slopes) {
    List<Primitive.Argument> formal = new ArrayList<>();
    for (int k = 0; k < slopes.length; k++) {
      formal.add(new Primitive.Argument(arguments.get(k).type(), Optional.of(slopes[k])));
    }
    Primitive primitive = new Primitive(OPS, name, result, formal, forms.map(FORMS::concat));
    return new Expr.Call(primitive, arguments, Place.NOWHERE);
  }

  static Expr.Call sigmoid(Expr x) {
    Type type = Type.of(x.type().element() == Scalar.FLOAT ? Scalar.FLOAT : Scalar.DOUBLE);
    return call("sigmoid", type, Optional.empty(), List.of(x), "sigmoidByX");
  }

  static Expr.Call softmax(Expr x) {
    return call("softmax", vector(x), Optional.of("Softmax"), List.of(x), "softmaxByX");
  }

  static Expr.Call matrixVector(Expr matrix, Expr x) {
    return call(
        "matrixVector",
        vector(x),
        Optional.of("Products"),
        List.of(matrix, x),
        "matrixVectorByMatrix",
        "matrixVectorByX");
  }

  static Expr.Call dot(Expr a, Expr b) {
    return call(
        "dot", Type.of(a.type().element()), Optional.empty(), List.of(a, b), "dotByA", "dotByB");
  }

  private static Type vector(Expr array) {
    return Type.arrayOf(array.type().element());
  }

  /** An element of an array, or of a row of one. */
  static Expr at(Expr array, Expr index) {
    if (array instanceof Expr.Element row) {
      List<Expr> indices = new ArrayList<>(row.indices());
      indices.add(index);
      return Algebra.element(row.array(), indices);
    }
    return Algebra.element(((Expr.Read) array).variable(), List.of(index));
  }

  static Expr length(Expr array) {
    return array instanceof Expr.Element row
        ? new Expr.Length(row.array(), row.indices(), Place.NOWHERE)
        : new Expr.Length(((Expr.Read) array).variable(), List.of(), Place.NOWHERE);
  }

  /** A new array with the result of a call. */
  static Variable filled(
      String name, Expr.Call call, Expr length, Variables variables, List<Statement> out) {
    Variable array = variables.local(name, call.type());
    out.add(new Statement.Allocate(array, List.of(length), Place.NOWHERE));
    out.add(new Statement.Fill(array, call, Place.NOWHERE));
    return array;
  }
}
