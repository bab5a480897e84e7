package dev.brisk.processor.read.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.read.TreePlace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads the body of one method: of the loss or metric itself, or of a helper in place of a call. A
 * statement that is refused is reported and left out, so that the next one is read too.
 */
final class BodyReader {
  private final ModelContext model;
  private final ProgramBuilder program;
  private final Diagnostics diagnostics;
  private final Set<ExecutableElement> callers;
  private final CompilationUnitTree unit;
  private final MethodTree method;
  private final Names names;
  private final Optional<Local> returned;
  private final ExpressionReader expressions = new ExpressionReader(this);
  private final AssignmentReader assignments = new AssignmentReader(this, expressions);
  private final PathReader paths = new PathReader(this, expressions);
  private Scope scope = new Scope();

  /**
   * @param callers the methods whose bodies are being read, up to and including this one
   */
  BodyReader(
      ModelContext model,
      ProgramBuilder program,
      Diagnostics diagnostics,
      Set<ExecutableElement> callers,
      ExecutableElement element) {
    this.model = model;
    this.program = program;
    this.diagnostics = diagnostics;
    this.callers = callers;
    TreePath path = model.trees().getPath(element);
    this.unit = path.getCompilationUnit();
    this.method = (MethodTree) path.getLeaf();
    this.names = new Names(model.elements(), unit, (TypeElement) element.getEnclosingElement());
    this.returned = JavaTypes.of(element.getReturnType()).map(BodyReader::returned);
  }

  ModelContext model() {
    return model;
  }

  ProgramBuilder program() {
    return program;
  }

  Names names() {
    return names;
  }

  Scope scope() {
    return scope;
  }

  Place place(Tree tree) {
    return new TreePlace(unit, tree);
  }

  /** Stands for the value that the method returns; empty for a void method. */
  Optional<Local> returned() {
    return returned;
  }

  private static Local returned(Type type) {
    return new Local(type.isArray() ? "the returned array" : "result", type, false);
  }

  SwitchReader switches() {
    return paths.switches();
  }

  /**
   * Reads the whole body.
   *
   * @param arguments the values of the method's parameters: constants and variables
   * @return the value that it returns; empty for a void method
   */
  Optional<Expr> read(List<Expr> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      VariableTree parameter = method.getParameters().get(i);
      Local local = new Local(parameter.getName().toString(), arguments.get(i).type(), false);
      scope.declare(local);
      scope.set(local, arguments.get(i));
    }
    if (method.getBody() == null) {
      throw Refusal.because(
          Problem.UNSUPPORTED_STATEMENT,
          place(method),
          "the method `" + method.getName() + "` without a body",
          "Write it in Java, in the model itself");
    }
    return paths.method(method.getBody().getStatements());
  }

  /** Reads one statement that is run to its end. */
  void statement(StatementTree tree) {
    try {
      readable(tree);
    } catch (Refusal refusal) {
      report(refusal);
    }
  }

  /** Tells the user, if there is something to tell. */
  void report(Refusal refusal) {
    refusal.diagnostic().ifPresent(diagnostics::add);
    program.leaveIncomplete();
  }

  private void readable(StatementTree tree) {
    if (tree instanceof VariableTree variable) {
      assignments.declaration(variable);
    } else if (tree instanceof ExpressionStatementTree expression) {
      assignments.statement(expression);
    } else if (tree instanceof BlockTree block) {
      scope.within(() -> block.getStatements().forEach(this::statement));
    } else if (tree instanceof IfTree branch) {
      paths.branch(branch);
    } else if (tree instanceof SwitchTree choice) {
      paths.switches().read(choice);
    } else if (tree instanceof ForLoopTree loop) {
      paths.loops().read(loop);
    } else if (tree instanceof EnhancedForLoopTree loop) {
      paths.loops().read(loop);
    } else if (!(tree instanceof EmptyStatementTree)) {
      throw unsupported(tree);
    }
  }

  /** Says of a statement that the language lacks what to write instead. */
  Refusal unsupported(StatementTree tree) {
    return tree instanceof WhileLoopTree loop
        ? CountedWhile.of(loop, method)
            .map(counted -> Unsupported.counted(counted, place(tree)))
            .orElseGet(() -> Unsupported.statement(tree, place(tree)))
        : Unsupported.statement(tree, place(tree));
  }

  /** Reads a declaration. */
  void declare(VariableTree tree) {
    assignments.declaration(tree);
  }

  /** Reads with a scope of its own. */
  void within(Scope inner, Runnable reading) {
    Scope outer = scope;
    scope = inner;
    try {
      reading.run();
    } finally {
      scope = outer;
    }
  }

  /**
   * Reads a method of the model in place of its call.
   *
   * @return the value that it returns; empty for a void method
   */
  Optional<Expr> inline(ExecutableElement callee, List<Expr> values, Place place) {
    String name = callee.getSimpleName().toString();
    if (callers.contains(callee)) {
      throw Refusal.because(Problem.RECURSIVE_METHOD, place, name);
    }
    List<Expr> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      var parameter = callee.getParameters().get(i);
      Type type = JavaTypes.of(parameter.asType()).orElseThrow(Refusal::silent);
      arguments.add(argument(parameter.getSimpleName().toString(), type, values.get(i)));
    }
    Set<ExecutableElement> deeper = new LinkedHashSet<>(callers);
    deeper.add(callee);
    String owner = callee.getEnclosingElement().getSimpleName().toString();
    program.add(new Statement.Origin(owner + "." + name, place));
    return new BodyReader(model, program, diagnostics, deeper, callee).read(arguments);
  }

  /**
   * The value of an argument of a call: a constant, a variable or a row of the parameter's type.
   */
  private Expr argument(String name, Type type, Expr value) {
    Optional<ArrayPath> array = ArrayPath.of(value);
    if (array.isPresent()) {
      return array.get().kept(name, program).expr(value.place());
    }
    boolean isAtom = value instanceof Expr.Read || value instanceof Expr.Constant;
    if (isAtom && value.type().equals(type)) {
      return value;
    }
    Variable variable = program.define(name, type, value);
    return new Expr.Read(variable, value.place());
  }
}
