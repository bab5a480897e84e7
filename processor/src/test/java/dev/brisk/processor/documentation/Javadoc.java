package dev.brisk.processor.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTreePath;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import dev.brisk.processor.diagnostic.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The types of a package with their comments, as the JDK's own parser reads them. */
final class Javadoc {
  private static final Path SOURCES = Path.of("..", "runtime", "core", "src", "main", "java");

  private final DocTrees trees;
  private final List<TypeElement> types;

  private Javadoc(DocTrees trees, List<TypeElement> types) {
    this.trees = trees;
    this.types = types;
  }

  /** Of a package of the runtime. */
  static Javadoc ofPackage(String name) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    // It stays open: comments are read, and what they refer to is found, when they are asked for.
    StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
    try {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(name)));
      DocTrees trees = DocTrees.instance(task);
      List<TypeElement> types = new ArrayList<>();
      for (Element element : task.analyze()) {
        if (element instanceof TypeElement type && type.getNestingKind() == NestingKind.TOP_LEVEL) {
          types.add(type);
        }
      }
      types.sort(Comparator.comparing(type -> type.getSimpleName().toString()));
      return new Javadoc(trees, List.copyOf(types));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(String name) throws IOException {
    try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The types at the top of their files, by their names. */
  List<TypeElement> types() {
    return types;
  }

  /** The type of that name. */
  TypeElement type(String name) {
    return types.stream()
        .filter(known -> known.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  /** A constant of an enum. */
  Element constant(String type, String name) {
    return type(type).getEnclosedElements().stream()
        .filter(member -> member.getSimpleName().contentEquals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What the comment of the element says before its tags. */
  List<? extends DocTree> body(Element element) {
    return comment(element).getFullBody();
  }

  private DocCommentTree comment(Element element) {
    return Optional.ofNullable(trees.getDocCommentTree(element))
        .orElseThrow(() -> new IllegalArgumentException(element + " has no comment"));
  }

  /** What a reference in the comment of an element means. */
  Element referred(Element element, ReferenceTree reference) {
    TreePath path = trees.getPath(element);
    DocTreePath found = DocTreePath.getPath(new DocTreePath(path, comment(element)), reference);
    return Optional.ofNullable(trees.getElement(found))
        .orElseThrow(() -> new IllegalArgumentException(element + " refers to " + reference));
  }

  /** A default as a person writes it: {@code 1e-4}, or the quotient that stands there. */
  String standard(ExecutableElement attribute, double value) {
    Tree written = trees.getTree(attribute).getDefaultValue();
    return written instanceof BinaryTree quotient ? quotient.toString() : Figures.number(value);
  }
}
