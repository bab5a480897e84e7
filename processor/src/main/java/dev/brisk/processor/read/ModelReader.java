package dev.brisk.processor.read;

import com.sun.source.util.Trees;
import dev.brisk.BatchScaling;
import dev.brisk.Curvature;
import dev.brisk.GradientClipping;
import dev.brisk.OnDivergence;
import dev.brisk.Optimizer;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;
import dev.brisk.WeightAveraging;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Reads what a user declared of a model: its annotations and the signatures of its methods. All
 * that is wrong with their form is found at once.
 */
public final class ModelReader {
  private final Elements elements;
  private final DeclarationReader declarations;
  private final ScheduleReader schedules;
  private final ParameterReader parameters;
  private final MethodReader methods;

  /**
   * @param trees where the compiler has them, for what no element tells: the places of repeated
   *     annotations, and the initializers of fields
   */
  public ModelReader(Elements elements, Optional<Trees> trees) {
    this.elements = elements;
    this.declarations = new DeclarationReader(elements);
    this.schedules = new ScheduleReader(declarations, trees);
    this.parameters = new ParameterReader(declarations, trees);
    this.methods = new MethodReader(elements, declarations);
  }

  /**
   * The model, if its form is valid; else problems are added.
   *
   * @param model one of the {@link Candidates} that {@link Readiness} found ready
   */
  public Optional<ModelSource> read(TypeElement model, Diagnostics diagnostics) {
    if (!Brisk.has(model, Trainable.class)) {
      Candidates.reportUntrainable(model, diagnostics);
      return Optional.empty();
    }
    Place place = ElementPlace.of(model);
    if (!ClassForm.check(model, diagnostics)) {
      return Optional.empty();
    }
    Optional<Declaration> optimizer = declaration(model, Optimizer.class);
    if (optimizer.isEmpty()) {
      diagnostics.add(Problem.MISSING_OPTIMIZER, place, model.getSimpleName());
    }
    List<ParameterSource> fields = parameters.read(model, diagnostics);
    Optional<MethodSource> loss = methods.readLoss(model, diagnostics);
    List<MethodSource> metrics = methods.readMetrics(model, loss, diagnostics);
    List<MethodSource> predictions = methods.readPredictions(model, loss, metrics, diagnostics);
    Optional<String> gradient = HandWritten.read(model, fields, loss, diagnostics);
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelSource(
            name(model),
            place,
            isPublic(model),
            seesGenerated(model),
            fields.get(0).type().element(),
            declaration(model, Trainable.class).orElseThrow(),
            optimizer.orElseThrow(),
            schedules.read(model),
            declaration(model, Warmup.class),
            declaration(model, Training.class),
            declaration(model, Curvature.class),
            declaration(model, GradientClipping.class),
            declaration(model, WeightAveraging.class),
            declaration(model, BatchScaling.class),
            declaration(model, OnDivergence.class),
            fields,
            loss.orElseThrow(),
            gradient,
            metrics,
            predictions));
  }

  private Optional<Declaration> declaration(TypeElement model, Class<? extends Annotation> type) {
    return Brisk.find(model, type).map(annotation -> declarations.read(model, annotation));
  }

  private ModelName name(TypeElement model) {
    return new ModelName(
        elements.getPackageOf(model).getQualifiedName().toString(),
        ClassForm.inwards(model).map(type -> type.getSimpleName().toString()).toList());
  }

  private boolean seesGenerated(TypeElement model) {
    ModuleElement module = elements.getModuleOf(model);
    String generated = Generated.class.getCanonicalName();
    // Sources of a level without modules have none.
    return module == null || elements.getTypeElement(module, generated) != null;
  }

  private static boolean isPublic(TypeElement model) {
    return ClassForm.inwards(model).allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
  }
}
