package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.MethodText;
import dev.brisk.processor.program.Scalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes methods that are there as texts. */
final class MethodTexts {
  private static final Pattern IMPORTED = Pattern.compile("\\{([a-z.]+\\.[A-Z]\\w*)}");

  private MethodTexts() {}

  static MethodSpec.Builder write(MethodText text) {
    MethodSpec.Builder method =
        text.result().isEmpty()
            ? MethodSpec.constructorBuilder()
            : MethodSpec.methodBuilder(text.name()).returns(type(text.result()));
    method.addJavadoc("$L\n", text.documentation());
    for (String parameter : text.parameters()) {
      int blank = parameter.indexOf(' ');
      String type = parameter.substring(0, blank);
      if (type.endsWith("...")) {
        method.varargs();
      }
      method.addParameter(type(type.replace("...", "[]")), parameter.substring(blank + 1));
    }
    if (!text.exception().isEmpty()) {
      method.addException(type(text.exception()));
    }
    return method.addCode(code(text.body()));
  }

  private static CodeBlock code(String body) {
    List<Object> classes = new ArrayList<>();
    Matcher imported = IMPORTED.matcher(body);
    String form =
        Pattern.compile(IMPORTED.pattern() + "|\\$")
            .matcher(body)
            .replaceAll(match -> Matcher.quoteReplacement(match.group().equals("$") ? "$$" : "$T"));
    while (imported.find()) {
      classes.add(type(imported.group()));
    }
    return CodeBlock.of(form, classes.toArray());
  }

  private static TypeName type(String name) {
    if (name.endsWith("[]")) {
      return ArrayTypeName.of(type(name.substring(0, name.length() - 2)));
    }
    Matcher imported = IMPORTED.matcher(name);
    if (imported.matches()) {
      return ClassName.bestGuess(imported.group(1));
    }
    Stream<Scalar> scalars = Arrays.stream(Scalar.values()).filter(each -> each != Scalar.RECORD);
    return scalars
        .filter(scalar -> scalar.keyword().equals(name))
        .map(JavaTypeNames::of)
        .findFirst()
        .orElseGet(() -> name.equals("void") ? TypeName.VOID : ClassName.get("java.lang", name));
  }
}
