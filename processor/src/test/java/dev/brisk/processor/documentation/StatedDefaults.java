package dev.brisk.processor.documentation;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.TextTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;

/**
 * The defaults that the comment of a constant states: of {@code {@link Optimizer#rho() rho} (0.9)}
 * it is 0.9, of {@code {@link Schedule#stepSize() stepSize} steps (required)} it is {@code
 * required}.
 */
final class StatedDefaults {
  private static final Pattern BRACKETS = Pattern.compile("\\A[^()]*\\(([^,)]+)");

  private StatedDefaults() {}

  /**
   * The defaults by the names of attributes, in the order in which they are named.
   *
   * @param annotation whose attributes they are
   */
  static Map<String, String> of(Javadoc javadoc, Element constant, String annotation) {
    Map<String, String> defaults = new LinkedHashMap<>();
    List<? extends DocTree> body = javadoc.body(constant);
    for (int i = 0; i + 1 < body.size(); i++) {
      if (body.get(i) instanceof LinkTree link && body.get(i + 1) instanceof TextTree text) {
        Element attribute = javadoc.referred(constant, link.getReference());
        Matcher brackets = BRACKETS.matcher(text.getBody());
        if (attribute.getEnclosingElement().getSimpleName().contentEquals(annotation)
            && brackets.find()) {
          defaults.putIfAbsent(attribute.getSimpleName().toString(), brackets.group(1));
        }
      }
    }
    return defaults;
  }
}
