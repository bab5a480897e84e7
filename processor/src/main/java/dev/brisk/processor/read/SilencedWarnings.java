package dev.brisk.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code @SuppressWarnings("brisk:<id>")} on what stands around a place: the class, the
 * method, the field, or the declaration of a local variable.
 */
public final class SilencedWarnings {
  private static final String PREFIX = "brisk:";

  private final Optional<Trees> trees;

  /**
   * @param trees where the compiler has them
   */
  public SilencedWarnings(Optional<Trees> trees) {
    this.trees = trees;
  }

  /** Whether the user wants no word of that problem at that place. */
  public boolean isSilenced(Problem problem, Place place) {
    String token = PREFIX + problem.id();
    if (place instanceof ElementPlace declared) {
      return isOnOrAround(declared.element(), token);
    }
    return place instanceof TreePlace written
        && trees.isPresent()
        && isOnOrAround(trees.get().getPath(written.unit(), written.tree()), token);
  }

  private boolean isOnOrAround(TreePath path, String token) {
    for (TreePath at = path; at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof VariableTree local && isLocal(at)) {
        if (local.getModifiers().getAnnotations().stream()
            .anyMatch(annotation -> names(annotation, token))) {
          return true;
        }
      } else if (isMember(at.getLeaf())) {
        // Known to javac before bodies are; nothing is attributed for the asking.
        return isOnOrAround(trees.orElseThrow().getElement(at), token);
      }
    }
    return false;
  }

  private static boolean isLocal(TreePath path) {
    return !isClass(path.getParentPath().getLeaf());
  }

  private static boolean isMember(Tree tree) {
    return isClass(tree)
        || tree.getKind() == Tree.Kind.METHOD
        || tree.getKind() == Tree.Kind.VARIABLE;
  }

  private static boolean isClass(Tree tree) {
    return switch (tree.getKind()) {
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> true;
      default -> false;
    };
  }

  private static boolean isOnOrAround(@Nullable Element element, String token) {
    for (Element at = element; at != null; at = at.getEnclosingElement()) {
      if (Brisk.find(at, SuppressWarnings.class).stream()
          .flatMap(annotation -> annotation.getElementValues().values().stream())
          .anyMatch(value -> contains(value, token))) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(AnnotationValue value, String token) {
    return value.getValue() instanceof List<?> items
        ? items.stream().anyMatch(item -> contains((AnnotationValue) item, token))
        : token.equals(value.getValue());
  }

  /**
   * Whether a local's annotation has the token. What it says is read off the tree, as javac gives
   * no mirror of it yet: a literal or several, not a constant.
   */
  private static boolean names(AnnotationTree annotation, String token) {
    String type = annotation.getAnnotationType().toString();
    return (type.equals("SuppressWarnings") || type.equals("java.lang.SuppressWarnings"))
        && annotation.getArguments().stream().anyMatch(argument -> contains(argument, token));
  }

  private static boolean contains(ExpressionTree value, String token) {
    if (value instanceof AssignmentTree attribute) {
      return contains(attribute.getExpression(), token);
    } else if (value instanceof ParenthesizedTree parenthesized) {
      return contains(parenthesized.getExpression(), token);
    } else if (value instanceof NewArrayTree several) {
      return several.getInitializers().stream().anyMatch(each -> contains(each, token));
    }
    return value instanceof LiteralTree literal && token.equals(literal.getValue());
  }
}
