package dev.brisk.processor.read;

import dev.brisk.BatchScaling;
import dev.brisk.Curvature;
import dev.brisk.Gradient;
import dev.brisk.GradientClipping;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.OnDivergence;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Sparse;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.WeightAveraging;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;

/** Finds Brisk's annotations among all those on a declaration. */
final class Brisk {
  private static final String PACKAGE = Trainable.class.getPackageName() + ".";

  /** The annotations that mean something in a {@link Trainable} class alone. */
  static final List<Class<? extends Annotation>> PARTS_OF_A_MODEL =
      List.of(
          Optimizer.class,
          Schedule.class,
          Schedule.Sequence.class,
          Warmup.class,
          Training.class,
          Curvature.class,
          GradientClipping.class,
          WeightAveraging.class,
          BatchScaling.class,
          OnDivergence.class,
          Parameter.class,
          Sparse.class,
          Loss.class,
          Gradient.class,
          Metric.class,
          Predict.class);

  private Brisk() {}

  /** The annotation of that type, if the element has it. */
  static Optional<AnnotationMirror> find(Element element, Class<? extends Annotation> type) {
    String name = type.getCanonicalName();
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (nameOf(annotation).equals(name)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  static boolean has(Element element, Class<? extends Annotation> type) {
    return find(element, type).isPresent();
  }

  /** The first annotation in source order that belongs into a model. */
  static Optional<AnnotationMirror> findPart(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      String name = nameOf(annotation);
      if (PARTS_OF_A_MODEL.stream().anyMatch(type -> type.getCanonicalName().equals(name))) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  /** Whether one of Brisk's annotations is on the element. */
  static boolean annotates(Element element) {
    return element.getAnnotationMirrors().stream().anyMatch(Brisk::declares);
  }

  /** Whether the annotation is one of Brisk's. */
  static boolean declares(AnnotationMirror annotation) {
    return nameOf(annotation).startsWith(PACKAGE);
  }

  private static String nameOf(AnnotationMirror annotation) {
    return ((QualifiedNameable) annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .toString();
  }
}
