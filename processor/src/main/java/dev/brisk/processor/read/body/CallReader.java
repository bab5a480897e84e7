package dev.brisk.processor.read.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.brisk.ops.Ops;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.MathFunction;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads calls: of primitives as they are, of the model's other methods by their bodies. */
final class CallReader {
  static final String PRIMITIVES = "dev.brisk.ops";
  private static final String OPS = Ops.class.getCanonicalName();

  private final BodyReader body;
  private final ExpressionReader expressions;
  private final ComponentReader components;
  private final ArrayCalls arrays;

  CallReader(BodyReader body, ExpressionReader expressions) {
    this.body = body;
    this.expressions = expressions;
    this.components = new ComponentReader(body, expressions);
    this.arrays = new ArrayCalls(body, expressions);
  }

  /** The value of a call. */
  Expr read(MethodInvocationTree tree, Place place) {
    Optional<Expr> component = components.read(tree, place);
    if (component.isPresent()) {
      return component.get();
    }
    Optional<Expr> copy = arrays.value(tree, place);
    if (copy.isPresent()) {
      return copy.get();
    }
    List<ExecutableElement> candidates = candidates(tree, place);
    List<Expr> arguments = arguments(tree);
    ExecutableElement method = select(candidates, arguments, place);
    if (PrimitiveReader.isPrimitive(method)) {
      return result(primitives().call(method, arguments, place));
    }
    if (body.names().isAtHome(method)) {
      return inlined(method, arguments, place);
    }
    return new Expr.Call(undifferentiable(method, place), arguments, place);
  }

  /** The value of a call of a primitive, which is a new array where its result is one. */
  private Expr result(Expr.Call call) {
    Primitive primitive = call.primitive();
    boolean isOfVectors = primitive.forms().isPresent() || primitive.owner().equals(OPS);
    if (!isOfVectors || !call.arguments().get(0).type().isArray()) {
      return call;
    }
    Whole length =
        new OperationShapes(primitive.name(), call.arguments(), body.program(), call.place())
            .checkedLength();
    if (!primitive.result().isArray()) {
      return call;
    }
    return new Expr.Read(
        body.program().fill(primitive.name(), length.expr(), call, call.place()), call.place());
  }

  private PrimitiveReader primitives() {
    return new PrimitiveReader(new Visibility(body.model().elements(), body.model().model()));
  }

  /** The value of a method of the model, which must have no other effect. */
  private Expr inlined(ExecutableElement method, List<Expr> arguments, Place place) {
    List<Expr> value = new ArrayList<>();
    Block block =
        body.program().block(() -> body.inline(method, arguments, place).ifPresent(value::add));
    if (value.isEmpty()) {
      throw Refusal.silent(); // A void method as a value, which javac will report.
    }
    Effects.on(block)
        .ifPresent(
            array -> {
              throw Refusal.because(
                  Problem.METHOD_WITH_SIDE_EFFECT, place, method.getSimpleName(), array.name());
            });
    block.statements().forEach(body.program()::add);
    return value.get(0);
  }

  /** Reads a call for its effect alone: of a method of the model, or on an array. */
  void readStatement(MethodInvocationTree tree, Place place) {
    if (arrays.statement(tree, place)) {
      return;
    }
    List<ExecutableElement> candidates = candidates(tree, place);
    boolean isOwn =
        candidates.stream().allMatch(body.names()::isAtHome)
            && candidates.stream().noneMatch(PrimitiveReader::isPrimitive);
    if (!isOwn) {
      throw Refusal.because(
          Problem.UNSUPPORTED_STATEMENT,
          place,
          "the call `" + tree + "` whose value is not used",
          "Use its value, or leave it out");
    }
    List<Expr> arguments = arguments(tree);
    body.inline(select(candidates, arguments, place), arguments, place);
  }

  private List<Expr> arguments(MethodInvocationTree tree) {
    List<Expr> arguments = new ArrayList<>();
    for (ExpressionTree argument : tree.getArguments()) {
      arguments.add(expressions.read(argument));
    }
    return arguments;
  }

  private ExecutableElement select(
      List<ExecutableElement> candidates, List<Expr> arguments, Place place) {
    List<Type> types = arguments.stream().map(Expr::type).toList();
    return new Overloads(new JavaTypes(body.model().elements(), body.model().types()))
        .select(candidates, types)
        .orElseThrow(() -> unresolved(candidates, types, place));
  }

  /** None fits; if the one that was meant is a primitive, its own form may be the reason. */
  private Refusal unresolved(List<ExecutableElement> candidates, List<Type> types, Place place) {
    candidates.stream()
        .filter(PrimitiveReader::isPrimitive)
        .forEach(candidate -> primitives().checkForm(candidate, place));
    return Refusal.because(Problem.UNRESOLVED_NAME, place, signature(candidates.get(0), types));
  }

  private static String signature(ExecutableElement method, List<Type> types) {
    String list = types.stream().map(Type::toString).collect(Collectors.joining(", "));
    return method.getSimpleName() + "(" + list + ")";
  }

  private List<ExecutableElement> candidates(MethodInvocationTree tree, Place place) {
    List<ExecutableElement> candidates;
    String name;
    if (tree.getMethodSelect() instanceof IdentifierTree identifier) {
      name = identifier.getName().toString();
      candidates = body.names().methods(name);
    } else if (tree.getMethodSelect() instanceof MemberSelectTree select) {
      name = select.getIdentifier().toString();
      String owner = select.getExpression().toString();
      if (owner.equals("this")) {
        candidates = body.names().methods(name);
      } else {
        Optional<TypeElement> type = body.names().type(owner);
        if (type.isEmpty()) {
          throw Refusal.because(Problem.METHOD_OUTSIDE_MODEL, place, owner + "." + name);
        }
        candidates = body.names().methods(type.get(), name);
      }
    } else {
      throw Unsupported.expression(tree, place);
    }
    if (candidates.isEmpty()) {
      throw Refusal.because(Problem.UNRESOLVED_NAME, place, name + "()");
    }
    return candidates;
  }

  /** A function of {@link Math}, or an operation of the runtime without a derivative. */
  private Primitive undifferentiable(ExecutableElement method, Place place) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    String ownerName = owner.getQualifiedName().toString();
    String name = method.getSimpleName().toString();
    boolean isMath = ownerName.equals(Primitive.MATH);
    boolean isKnown =
        isMath
            ? MathFunction.named(name).isPresent()
            : owner.getEnclosingElement().toString().equals(PRIMITIVES);
    Optional<Type> result = JavaTypes.of(method.getReturnType());
    if (!isKnown || result.isEmpty()) {
      throw isMath
          ? Refusal.because(Problem.FUNCTION_NOT_SUPPORTED, place, "Math." + name)
          : Refusal.because(
              Problem.METHOD_OUTSIDE_MODEL, place, owner.getSimpleName() + "." + name);
    }
    List<Type> arguments = new ArrayList<>();
    for (VariableElement parameter : method.getParameters()) {
      arguments.add(JavaTypes.of(parameter.asType()).orElseThrow());
    }
    return Primitive.plain(ownerName, name, result.get(), arguments);
  }
}
