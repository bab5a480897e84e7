package dev.brisk.processor.read.body;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What a simple name means inside the bodies of a class: its members and those of the classes
 * around it, then what its file imports, in Java's order of shadowing (JLS 6.4.1).
 */
final class Names {
  private final Elements elements;
  private final CompilationUnitTree unit;

  /** From the innermost class to the outermost. */
  private final List<TypeElement> enclosing = new ArrayList<>();

  Names(Elements elements, CompilationUnitTree unit, TypeElement innermost) {
    this.elements = elements;
    this.unit = unit;
    for (Element e = innermost; e instanceof TypeElement type; e = e.getEnclosingElement()) {
      enclosing.add(type);
    }
  }

  /** The type of a simple or qualified name. */
  Optional<TypeElement> type(String name) {
    int dot = name.lastIndexOf('.');
    if (dot >= 0) {
      Optional<TypeElement> nested =
          type(name.substring(0, dot)).flatMap(outer -> memberType(outer, name.substring(dot + 1)));
      return nested.isPresent() ? nested : Optional.ofNullable(elements.getTypeElement(name));
    }
    for (TypeElement around : enclosing) {
      if (around.getSimpleName().contentEquals(name)) {
        return Optional.of(around);
      }
      Optional<TypeElement> member = memberType(around, name);
      if (member.isPresent()) {
        return member;
      }
    }
    for (ImportTree imported : unit.getImports()) {
      String qualified = imported.getQualifiedIdentifier().toString();
      if (qualified.endsWith("." + name)) {
        TypeElement type = elements.getTypeElement(qualified);
        if (type != null) {
          return Optional.of(type);
        }
      }
    }
    for (String packageName : packagesOnDemand()) {
      String qualified = packageName.isEmpty() ? name : packageName + "." + name;
      TypeElement type = elements.getTypeElement(qualified);
      if (type != null) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** The field that a simple name means. */
  Optional<VariableElement> field(String name) {
    for (TypeElement around : enclosing) {
      Optional<VariableElement> field = field(around, name);
      if (field.isPresent()) {
        return field;
      }
    }
    return staticImports(name).stream().flatMap(type -> field(type, name).stream()).findFirst();
  }

  /** The field of that name in a class. */
  Optional<VariableElement> field(TypeElement type, String name) {
    return ElementFilter.fieldsIn(elements.getAllMembers(type)).stream()
        .filter(field -> field.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The methods that a call by simple name chooses among. */
  List<ExecutableElement> methods(String name) {
    for (TypeElement around : enclosing) {
      List<ExecutableElement> members = methods(around, name);
      if (!members.isEmpty()) {
        return members;
      }
    }
    return collect(staticImports(name), type -> methods(type, name)).stream()
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .toList();
  }

  /** The methods of that name in a class. */
  List<ExecutableElement> methods(TypeElement type, String name) {
    return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
        .filter(method -> method.getSimpleName().contentEquals(name))
        .toList();
  }

  /** Whether the method is declared in the same top-level class, where its body can be read. */
  boolean isAtHome(ExecutableElement method) {
    Element outermost = method.getEnclosingElement();
    while (outermost.getEnclosingElement() instanceof TypeElement around) {
      outermost = around;
    }
    return outermost.equals(enclosing.get(enclosing.size() - 1));
  }

  private Optional<TypeElement> memberType(TypeElement type, String name) {
    return ElementFilter.typesIn(elements.getAllMembers(type)).stream()
        .filter(member -> member.getSimpleName().contentEquals(name))
        .findFirst();
  }

  /** The classes whose static members of that name the file imports, single imports first. */
  private List<TypeElement> staticImports(String name) {
    Set<TypeElement> single = new LinkedHashSet<>();
    Set<TypeElement> onDemand = new LinkedHashSet<>();
    for (ImportTree imported : unit.getImports()) {
      if (!imported.isStatic()) {
        continue;
      }
      String qualified = imported.getQualifiedIdentifier().toString();
      int dot = qualified.lastIndexOf('.');
      TypeElement type = elements.getTypeElement(qualified.substring(0, dot));
      String member = qualified.substring(dot + 1);
      if (type != null && member.equals(name)) {
        single.add(type);
      } else if (type != null && member.equals("*")) {
        onDemand.add(type);
      }
    }
    return new ArrayList<>(single.isEmpty() ? onDemand : single);
  }

  private List<String> packagesOnDemand() {
    List<String> packages = new ArrayList<>();
    packages.add(elements.getPackageOf(enclosing.get(0)).getQualifiedName().toString());
    packages.add("java.lang");
    for (ImportTree imported : unit.getImports()) {
      String qualified = imported.getQualifiedIdentifier().toString();
      if (!imported.isStatic() && qualified.endsWith(".*")) {
        packages.add(qualified.substring(0, qualified.length() - 2));
      }
    }
    return packages;
  }

  private static <A, B> List<B> collect(List<A> from, Function<A, List<B>> each) {
    return from.stream().flatMap(item -> each.apply(item).stream()).toList();
  }
}
