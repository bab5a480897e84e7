package dev.brisk.processor.read;

import static com.google.testing.compile.Compiler.javac;

import dev.brisk.processor.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/** Reads models as the processor does, and does nothing with them. */
public final class ReadModels extends AbstractProcessor {
  private final List<ModelSource> models = new ArrayList<>();

  private ReadModels() {}

  /** The model of a source that has one. */
  public static ModelSource only(JavaFileObject source) {
    ReadModels reading = new ReadModels();
    javac().withProcessors(reading).withOptions("-proc:only").compile(source);
    return reading.models.get(0);
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.brisk.*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ModelReader reader =
        new ModelReader(processingEnv.getElementUtils(), TreeAccess.of(processingEnv));
    for (TypeElement candidate : Candidates.in(round)) {
      reader.read(candidate, new Diagnostics()).ifPresent(models::add);
    }
    return true;
  }
}
