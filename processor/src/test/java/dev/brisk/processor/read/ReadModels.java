package dev.brisk.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.processor.Javac;
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
  private final Diagnostics diagnostics = new Diagnostics();

  private ReadModels() {}

  /** The model of a source that has one, and no fault. */
  public static ModelSource only(JavaFileObject source) {
    ReadModels reading = new ReadModels();
    Compilation compilation =
        Javac.compiler().withProcessors(reading).withOptions("-proc:only").compile(source);
    assertThat(compilation.errors()).isEmpty();
    assertThat(reading.diagnostics.all()).isEmpty();
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
      reader.read(candidate, diagnostics).ifPresent(models::add);
    }
    return true;
  }
}
