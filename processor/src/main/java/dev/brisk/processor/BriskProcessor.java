package dev.brisk.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.Trees;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.emit.PredictorWriter;
import dev.brisk.processor.emit.TrainerWriter;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.plan.TrainerPlanner;
import dev.brisk.processor.preview.PreviewFile;
import dev.brisk.processor.read.Candidates;
import dev.brisk.processor.read.ElementPlace;
import dev.brisk.processor.read.ModelPrograms;
import dev.brisk.processor.read.ModelReader;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.Readiness;
import dev.brisk.processor.read.SilencedWarnings;
import dev.brisk.processor.read.TreeAccess;
import dev.brisk.processor.read.body.ProgramReader;
import dev.brisk.processor.validate.Rules;
import dev.brisk.processor.validate.body.BodyRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Writes a trainer for each class annotated with {@link dev.brisk.Trainable}: reads it, validates
 * it, and compiles it.
 */
@AutoService(Processor.class)
public final class BriskProcessor extends AbstractProcessor {
  /** Names of classes that refer to something that does not exist yet. */
  private final Set<String> deferred = new LinkedHashSet<>();

  private Options options = Options.NONE;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Diagnostics diagnostics = new Diagnostics();
    options = Options.of(environment.getOptions(), diagnostics);
    new Reporter(environment.getMessager(), Optional.empty()).report(diagnostics);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.brisk.*");
  }

  @Override
  public Set<String> getSupportedOptions() {
    return Options.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    // What is deferred when processing is over has names that javac reports by itself.
    if (!round.processingOver()) {
      Optional<Trees> trees = TreeAccess.of(processingEnv);
      Reporter reporter = new Reporter(processingEnv.getMessager(), trees);
      SilencedWarnings silenced = new SilencedWarnings(trees);
      for (TypeElement candidate : candidates(round)) {
        Diagnostics diagnostics = new Diagnostics(options.lint(), silenced::isSilenced);
        take(candidate, trees, diagnostics);
        reporter.report(diagnostics);
      }
    }
    // To claim the annotations would keep javac from calling other processors after this one.
    return false;
  }

  private Set<TypeElement> candidates(RoundEnvironment round) {
    Set<TypeElement> candidates = new LinkedHashSet<>();
    for (String name : deferred) {
      candidates.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    deferred.clear();
    candidates.addAll(Candidates.in(round));
    return candidates;
  }

  /** Takes one class through the stages. Whatever happens to it, the next one is taken too. */
  private void take(TypeElement candidate, Optional<Trees> trees, Diagnostics diagnostics) {
    try {
      if (new Readiness(processingEnv.getElementUtils(), trees).isReady(candidate)) {
        ModelReader reader = new ModelReader(processingEnv.getElementUtils(), trees);
        Optional<ModelSource> model = reader.read(candidate, diagnostics);
        model.ifPresent(read -> Rules.check(read, diagnostics));
        model.ifPresent(read -> compile(read, candidate, trees, diagnostics));
      } else {
        deferred.add(candidate.getQualifiedName().toString());
      }
    } catch (RuntimeException | StackOverflowError e) {
      diagnostics.add(
          Problem.INTERNAL_ERROR,
          ElementPlace.of(candidate),
          candidate.getSimpleName(),
          Mishap.described(e));
    }
  }

  /**
   * Compiles a model of valid form. Its numbers may be wrong, which the diagnostics then say: the
   * bodies are read nevertheless, so that all its problems are told at once, and nothing is
   * written.
   */
  private void compile(
      ModelSource model, TypeElement element, Optional<Trees> trees, Diagnostics diagnostics) {
    plan(model, element, trees, diagnostics)
        .filter(plan -> !diagnostics.hasErrors())
        .ifPresent(plan -> write(plan, model, element, diagnostics));
  }

  private Optional<TrainerPlan> plan(
      ModelSource model, TypeElement element, Optional<Trees> trees, Diagnostics diagnostics) {
    if (model.gradient().isEmpty() && trees.isPresent()) {
      return new ProgramReader(
              processingEnv.getElementUtils(), processingEnv.getTypeUtils(), trees.get())
          .read(element, model, diagnostics)
          .flatMap(programs -> derived(model, programs, diagnostics));
    }
    if (model.gradient().isEmpty()) {
      diagnostics.add(Problem.NO_METHOD_BODIES, model.place(), model.name().simpleName());
    }
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(TrainerPlanner.called(model));
  }

  private static Optional<TrainerPlan> derived(
      ModelSource model, ModelPrograms programs, Diagnostics diagnostics) {
    BodyRules.check(model, programs, diagnostics);
    return diagnostics.hasErrors()
        ? Optional.empty()
        : TrainerPlanner.derived(model, programs, diagnostics);
  }

  private void write(
      TrainerPlan plan, ModelSource model, TypeElement element, Diagnostics diagnostics) {
    if (options.explain()) {
      processingEnv.getMessager().printMessage(Kind.NOTE, plan.explanation(), element);
    }
    write(plan.name().trainerName(), TrainerWriter.write(plan), model, element, diagnostics);
    PredictorWriter.write(plan)
        .ifPresent(
            source -> write(plan.name().predictorName(), source, model, element, diagnostics));
    options.preview().ifPresent(folder -> preview(plan, folder, model, diagnostics));
  }

  private static void preview(
      TrainerPlan plan, String folder, ModelSource model, Diagnostics diagnostics) {
    try {
      PreviewFile.write(plan, folder);
    } catch (IOException e) {
      diagnostics.add(
          Problem.PREVIEW_NOT_WRITTEN,
          model.place(),
          model.name().simpleName(),
          folder,
          Mishap.named(e));
    }
  }

  private void write(
      String simpleName,
      String source,
      ModelSource model,
      TypeElement element,
      Diagnostics diagnostics) {
    String name = model.name().beside(simpleName);
    try (Writer writer = processingEnv.getFiler().createSourceFile(name, element).openWriter()) {
      writer.write(source);
    } catch (FilerException e) {
      diagnostics.add(Problem.TRAINER_NAME_TAKEN, model.place(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
