package dev.brisk.processor.documentation;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** A comment of a {@link Javadoc} as Markdown. What it does not know is an exception. */
final class Markdown extends SimpleDocTreeVisitor<Void, Void> {
  private static final String FENCE = "```\n";

  private final Javadoc javadoc;
  private final Element commented;
  private final StringBuilder text = new StringBuilder();
  private boolean isPreformatted;

  private Markdown(Javadoc javadoc, Element commented) {
    this.javadoc = javadoc;
    this.commented = commented;
  }

  /** What the comment of an element says before its tags, in paragraphs. */
  static String of(Javadoc javadoc, Element element) {
    Markdown markdown = new Markdown(javadoc, element);
    markdown.visit(javadoc.body(element), null);
    return markdown
        .text
        .toString()
        .lines()
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }

  /** The same, for a cell of a table. */
  static String cell(Javadoc javadoc, Element element) {
    return cell(of(javadoc, element));
  }

  /** Paragraphs as one line, for a cell of a table. */
  static String cell(String paragraphs) {
    return paragraphs.replace("\n\n", "<br>").replace("\n", " ").replace("|", "\\|");
  }

  /** The address of a type in the page of the annotations. */
  static String address(Element type) {
    return "#" + type.getSimpleName().toString().toLowerCase(Locale.ROOT);
  }

  @Override
  public Void visitText(TextTree tree, Void nothing) {
    text.append(tree.getBody().replaceAll("\\s+", " "));
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree tree, Void nothing) {
    String body = tree.getBody().getBody();
    if (isPreformatted) {
      // Some JDKs keep the blank that stands after the star of each line, but for the first.
      String[] lines = body.strip().split("\n", 2);
      text.append(lines[0]).append('\n').append(lines[1].stripIndent());
    } else if (tree.getKind() == DocTree.Kind.CODE) {
      text.append('`').append(body.strip().replaceAll("\\s+", " ")).append('`');
    } else {
      text.append(body);
    }
    return null;
  }

  @Override
  public Void visitLink(LinkTree tree, Void nothing) {
    Element meant = javadoc.referred(commented, tree.getReference());
    boolean isType = meant instanceof TypeElement;
    Element type = isType ? meant : meant.getEnclosingElement();
    String label = tree.getLabel().isEmpty() ? name(meant, type) : plain(tree.getLabel());
    boolean isHere = javadoc.types().contains(type);
    boolean isItself = type.equals(commented) || type.equals(commented.getEnclosingElement());
    text.append(
        isHere && !isItself ? "[`" + label + "`](" + address(type) + ")" : "`" + label + "`");
    return null;
  }

  private static String name(Element meant, Element type) {
    String own = meant.getSimpleName().toString();
    if (type.equals(meant)) {
      return type.getKind() == ElementKind.ANNOTATION_TYPE ? "@" + own : own;
    }
    return switch (type.getKind()) {
      case ANNOTATION_TYPE, ENUM -> own;
      default -> type.getSimpleName() + "." + own;
    };
  }

  private static String plain(List<? extends DocTree> label) {
    StringBuilder words = new StringBuilder();
    label.forEach(words::append);
    return words.toString();
  }

  @Override
  public Void visitStartElement(StartElementTree tree, Void nothing) {
    text.append(
        switch (tree.getName().toString()) {
          case "p", "ul" -> "\n\n";
          case "li" -> "\n- ";
          case "b" -> "**";
          case "pre" -> "\n\n" + FENCE;
          default -> throw new IllegalArgumentException("no Markdown for " + tree);
        });
    isPreformatted |= tree.getName().contentEquals("pre");
    return null;
  }

  @Override
  public Void visitEndElement(EndElementTree tree, Void nothing) {
    text.append(
        switch (tree.getName().toString()) {
          case "p", "li" -> "";
          case "ul" -> "\n\n";
          case "b" -> "**";
          case "pre" -> "\n```\n\n";
          default -> throw new IllegalArgumentException("no Markdown for " + tree);
        });
    if (tree.getName().contentEquals("pre")) {
      isPreformatted = false;
      nameLanguage();
    }
    return null;
  }

  /** Statements are Java, of which a test wants to know where they run; signatures are not. */
  private void nameLanguage() {
    int fence = text.lastIndexOf(FENCE, text.lastIndexOf(FENCE) - 1);
    boolean hasStatements = text.indexOf(";\n", fence) > 0;
    text.insert(fence + FENCE.length() - 1, hasStatements ? "java" : "text");
  }

  @Override
  public Void visitEntity(EntityTree tree, Void nothing) {
    text.append(tree);
    return null;
  }

  @Override
  protected Void defaultAction(DocTree tree, Void nothing) {
    throw new IllegalArgumentException("no Markdown for " + tree + " of " + commented);
  }
}
