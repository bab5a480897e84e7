package dev.brisk.processor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Brisk in an environment that something stands around, as in build tools and other compilers. */
final class Wrapped extends AbstractProcessor {
  private final BriskProcessor brisk = new BriskProcessor();
  private final UnaryOperator<ProcessingEnvironment> wrapping;

  Wrapped(UnaryOperator<ProcessingEnvironment> wrapping) {
    this.wrapping = wrapping;
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    brisk.init(wrapping.apply(environment));
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return brisk.getSupportedAnnotationTypes();
  }

  @Override
  public Set<String> getSupportedOptions() {
    return brisk.getSupportedOptions();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return brisk.getSupportedSourceVersion();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return brisk.process(annotations, round);
  }

  /** Passes every call on. Its field has no name that build tools use. */
  static class Environment implements ProcessingEnvironment {
    private final ProcessingEnvironment inner;

    Environment(ProcessingEnvironment inner) {
      this.inner = inner;
    }

    @Override
    public Map<String, String> getOptions() {
      return inner.getOptions();
    }

    @Override
    public Messager getMessager() {
      return inner.getMessager();
    }

    @Override
    public Filer getFiler() {
      return inner.getFiler();
    }

    @Override
    public Elements getElementUtils() {
      return inner.getElementUtils();
    }

    @Override
    public Types getTypeUtils() {
      return inner.getTypeUtils();
    }

    @Override
    public SourceVersion getSourceVersion() {
      return inner.getSourceVersion();
    }

    @Override
    public Locale getLocale() {
      return inner.getLocale();
    }
  }
}
