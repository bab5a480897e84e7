package dev.brisk.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Finds annotations of unknown names. javac gives no mirror of them, so that a misspelt
 * {@code @Los} looks as if there were no annotation.
 */
final class AnnotationTrees {
  private final Optional<Trees> trees;

  AnnotationTrees(Optional<Trees> trees) {
    this.trees = trees;
  }

  /** Whether the names of all annotations of the class and its members mean something. */
  boolean areResolved(TypeElement type) {
    TreePath path = trees.map(present -> present.getPath(type)).orElse(null);
    if (path == null || !(path.getLeaf() instanceof ClassTree tree)) {
      return true;
    }
    return modifiers(tree).stream()
        .allMatch(
            modifiers ->
                modifiers.getAnnotations().stream()
                    .allMatch(annotation -> isResolved(annotation, modifiers, path)));
  }

  private static List<ModifiersTree> modifiers(ClassTree type) {
    List<ModifiersTree> modifiers = new ArrayList<>(List.of(type.getModifiers()));
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree field) {
        modifiers.add(field.getModifiers());
      } else if (member instanceof MethodTree method) {
        modifiers.add(method.getModifiers());
        method.getParameters().forEach(parameter -> modifiers.add(parameter.getModifiers()));
      }
    }
    return modifiers;
  }

  private boolean isResolved(AnnotationTree annotation, ModifiersTree modifiers, TreePath path) {
    TreePath within = new TreePath(new TreePath(path, modifiers), annotation);
    // The type that javac has noted, if it has; nothing is attributed for the asking.
    TypeMirror type =
        trees.orElseThrow().getTypeMirror(new TreePath(within, annotation.getAnnotationType()));
    return type == null || type.getKind() != TypeKind.ERROR;
  }
}
