package dev.brisk.processor.plan;

import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Operations of {@code dev.brisk.ops} as texts of their own, for a class without Brisk: plain loops
 * in the order of accumulation of the scalar kernels.
 */
final class OperationTexts {
  private static final List<MethodText> TEXTS =
      MethodText.read(OperationTexts.class, "operations.txt");

  /** A call of another operation, not of a method of a class such as {@code Math}. */
  private static final Pattern CALL = Pattern.compile("(?<![.\\w])(\\w+)\\(");

  private OperationTexts() {}

  /**
   * An operation for one type of elements.
   *
   * @param element the type for which it calls others
   */
  record Operation(MethodText text, Scalar element) {}

  /**
   * The operation that takes arguments of such types.
   *
   * @param result its type; empty for one that writes into its last argument
   */
  static Optional<Operation> find(String name, List<Type> arguments, Optional<Type> result) {
    return TEXTS.stream()
        .filter(text -> text.name().equals(name))
        .flatMap(OperationTexts::forEveryType)
        .filter(operation -> takes(operation.text(), arguments))
        .filter(
            operation ->
                operation.text().result().equals(result.map(Type::toString).orElse("void")))
        .findFirst();
  }

  /** A check of that name of an array, or of rows. */
  static Operation check(String name, Scalar element) {
    return TEXTS.stream()
        .filter(text -> text.name().equals(name))
        .map(text -> ofType(text, element))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Operation> forEveryType(MethodText text) {
    Stream<Scalar> types = Stream.of(Scalar.DOUBLE, Scalar.FLOAT);
    return types.map(element -> ofType(text, element));
  }

  /** With that type of elements; what is written for numbers, and is no {@code float}, rounded. */
  private static Operation ofType(MethodText text, Scalar element) {
    if (text.isGeneric()) {
      return new Operation(text.of(element), element);
    }
    boolean isRounded = element == Scalar.FLOAT && text.result().equals("double");
    return new Operation(isRounded ? rounded(text) : text, Scalar.DOUBLE);
  }

  private static MethodText rounded(MethodText text) {
    List<String> names =
        text.parameters().stream().map(parameter -> parameter.split(" ")[1]).toList();
    return new MethodText(
        "Computed in {@code double} and rounded.",
        "float",
        text.name(),
        names.stream().map(name -> "float " + name).toList(),
        "",
        "return (float) "
            + text.name()
            + "((double) "
            + String.join(", (double) ", names)
            + ");\n");
  }

  private static boolean takes(MethodText text, List<Type> arguments) {
    List<String> types = text.types();
    boolean fits = types.size() == arguments.size();
    for (int i = 0; fits && i < types.size(); i++) {
      fits = takes(types.get(i), arguments.get(i));
    }
    return fits;
  }

  private static boolean takes(String type, Type argument) {
    return type.equals(argument.toString())
        || !argument.isArray()
            && argument.element().isNumeric()
            && Stream.of(Scalar.values())
                .filter(wider -> wider.keyword().equals(type))
                .anyMatch(wider -> wider.compareTo(argument.element()) > 0);
  }

  /** The texts of these operations and of those that they call, each once. */
  static List<MethodText> withCallees(List<Operation> operations) {
    Set<MethodText> all = new LinkedHashSet<>();
    List<Operation> open = new ArrayList<>(operations);
    while (!open.isEmpty()) {
      Operation operation = open.remove(0);
      if (all.add(operation.text())) {
        open.addAll(callees(operation));
      }
    }
    List<String> order = TEXTS.stream().map(MethodText::name).toList();
    return all.stream()
        .sorted(Comparator.comparingInt(text -> order.indexOf(text.name())))
        .toList();
  }

  /** All overloads of the names that it calls; an operation on numbers calls no other. */
  private static List<Operation> callees(Operation caller) {
    List<Operation> callees = new ArrayList<>();
    boolean isOfArrays = caller.text().parameters().stream().anyMatch(each -> each.contains("["));
    Matcher call = CALL.matcher(caller.text().body());
    while (call.find()) {
      String name = call.group(1);
      TEXTS.stream()
          .filter(text -> text.name().equals(name))
          .filter(text -> isOfArrays || !text.isGeneric())
          .forEach(text -> callees.add(ofType(text, caller.element())));
    }
    return callees;
  }
}
