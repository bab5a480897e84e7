package dev.brisk.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.brisk.Schedule;
import dev.brisk.processor.diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;

/**
 * Reads the schedules of a model. Repeated ones are put into a container by javac, which then knows
 * no position for them; their places are found in the tree.
 */
final class ScheduleReader {
  private final DeclarationReader declarations;
  private final Optional<Trees> trees;

  ScheduleReader(DeclarationReader declarations, Optional<Trees> trees) {
    this.declarations = declarations;
    this.trees = trees;
  }

  /** The schedules in source order. */
  List<Declaration> read(TypeElement model) {
    Optional<AnnotationMirror> single = Brisk.find(model, Schedule.class);
    if (single.isPresent()) {
      return List.of(declarations.read(model, single.get()));
    }
    return Brisk.find(model, Schedule.Sequence.class)
        .map(sequence -> repeated(model, sequence))
        .orElse(List.of());
  }

  private List<Declaration> repeated(TypeElement model, AnnotationMirror sequence) {
    List<AnnotationMirror> mirrors = contents(sequence);
    List<AnnotationTree> written = written(model);
    List<Declaration> schedules = new ArrayList<>();
    for (int i = 0; i < mirrors.size(); i++) {
      AnnotationMirror mirror = mirrors.get(i);
      schedules.add(
          written.size() == mirrors.size()
              ? declarationAt(model, mirror, written.get(i))
              : declarations.read(model, mirror));
    }
    return schedules;
  }

  private Declaration declarationAt(
      TypeElement model, AnnotationMirror mirror, AnnotationTree tree) {
    CompilationUnitTree unit = trees.orElseThrow().getPath(model).getCompilationUnit();
    return declarations.read(
        mirror, new TreePlace(unit, tree), (attribute, value) -> placeOf(attribute, tree, unit));
  }

  private static Place placeOf(String attribute, AnnotationTree tree, CompilationUnitTree unit) {
    for (ExpressionTree argument : tree.getArguments()) {
      if (argument instanceof AssignmentTree assignment
          && assignment.getVariable().toString().equals(attribute)) {
        return new TreePlace(unit, assignment.getExpression());
      }
    }
    return new TreePlace(unit, tree);
  }

  private static List<AnnotationMirror> contents(AnnotationMirror sequence) {
    List<AnnotationMirror> contents = new ArrayList<>();
    for (AnnotationValue value : sequence.getElementValues().values()) {
      for (Object item : (List<?>) value.getValue()) {
        contents.add((AnnotationMirror) ((AnnotationValue) item).getValue());
      }
    }
    return contents;
  }

  /** The annotations of the name as they stand on the class; none if written as a container. */
  private List<AnnotationTree> written(TypeElement model) {
    TreePath path = trees.map(present -> present.getPath(model)).orElse(null);
    if (path == null || !(path.getLeaf() instanceof ClassTree tree)) {
      return List.of();
    }
    return tree.getModifiers().getAnnotations().stream()
        .filter(annotation -> simpleName(annotation.getAnnotationType()).equals("Schedule"))
        .<AnnotationTree>map(AnnotationTree.class::cast)
        .toList();
  }

  private static String simpleName(Tree name) {
    if (name instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return name instanceof IdentifierTree identifier ? identifier.getName().toString() : "";
  }
}
