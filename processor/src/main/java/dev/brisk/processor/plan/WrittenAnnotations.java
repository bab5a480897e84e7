package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Attribute;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The annotations that decide how a model is trained, as the user wrote them. */
final class WrittenAnnotations {
  private static final String VALUE = "value";

  /** What of a parameter decides more than its first value. */
  private static final Set<String> TREATMENT =
      Set.of("learningRateFactor", "weightDecay", "frozen");

  private WrittenAnnotations() {}

  /** The attributes of the optimizer but for the learning rate; that of the algorithm first. */
  static List<String> optimizer(ModelSource model) {
    List<String> attributes = new ArrayList<>();
    attributes.add(VALUE + " = " + model.optimizer().choice(VALUE));
    attributes.addAll(
        written(model.optimizer(), name -> !name.equals(VALUE) && !name.equals("learningRate")));
    return attributes;
  }

  /** The other annotations, each with its attributes, but for what says how long a run is. */
  static List<String> others(ModelSource model) {
    Stream<Declaration> ofModel =
        Stream.concat(
            Stream.concat(model.warmup().stream(), model.schedules().stream()),
            Stream.of(model.clipping(), model.averaging(), model.scaling(), model.recovery())
                .flatMap(Optional::stream));
    Stream<String> texts = ofModel.map(own -> text(own, written(own, name -> true)));
    Stream<String> ofParameters =
        model.parameters().stream().flatMap(parameter -> treatment(parameter).stream());
    return Stream.concat(texts, ofParameters).toList();
  }

  private static Optional<String> treatment(ParameterSource parameter) {
    List<String> attributes = written(parameter.declaration(), TREATMENT::contains);
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(text(parameter.declaration(), attributes) + " " + parameter.name());
  }

  private static List<String> written(Declaration declaration, Predicate<String> isWanted) {
    return declaration.attributes().entrySet().stream()
        .filter(attribute -> attribute.getValue().written() && isWanted.test(attribute.getKey()))
        .map(attribute -> attribute.getKey() + " = " + text(attribute.getValue()))
        .toList();
  }

  private static String text(Declaration declaration, List<String> attributes) {
    return "@" + declaration.name() + "(" + String.join(", ", attributes) + ")";
  }

  private static String text(Attribute attribute) {
    Object value = attribute.value();
    return value instanceof Number number ? Figures.exact(number.doubleValue()) : value.toString();
  }
}
