package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("javac")
class RoundsTest {
  /** Refers to an annotation and a constant that another processor writes in the first round. */
  private static final String MODEL =
      """
      import dev.brisk.*;

      @Trainable
      @Later
      @Optimizer(value = Algorithm.SGD, learningRate = Rates.RATE)
      class Model {
        @Parameter double weight;

        @Loss
        double loss(double x) {
          return (weight - x) * (weight - x);
        }
      }
      """;

  @Test
  void waitsForWhatAnotherProcessorWrites() {
    Compilation compilation = compile("0.1");

    assertThat(compilation).succeeded();
    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  void reportsTheProblemsOfADeferredModelOnce() {
    Compilation compilation = compile("0");

    assertThat(compilation).failed();
    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("brisk[learning-rate-not-positive]: ");
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(5);
  }

  @Test
  void tellsAllProblemsOfAModelAtOnceAndOthersToo() {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Models",
                    """
                    import dev.brisk.*;

                    class Models {
                      @Trainable
                      static class Empty {}

                      @Trainable
                      @Optimizer(
                          value = Algorithm.SGD,
                          momentum = 1,
                          nesterov = true,
                          dampening = 2)
                      @Warmup(steps = 0, startFactor = 1)
                      static class Wrong {
                        @Parameter double weight;

                        @Loss
                        double loss(double x) {
                          return weight * x;
                        }
                      }
                    }
                    """));

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT).replaceAll("brisk\\[(.*)]: .*", "$1"))
        .containsExactlyInAnyOrder(
            "missing-optimizer",
            "missing-parameter",
            "missing-loss",
            "momentum-out-of-range",
            "dampening-out-of-range",
            "nesterov-with-dampening",
            "length-not-positive",
            "start-factor-out-of-range");
  }

  private static Compilation compile(String rate) {
    return Javac.compiler()
        .withProcessors(new BriskProcessor(), new Writing(rate))
        .compile(JavaFileObjects.forSourceString("Model", MODEL));
  }

  /** Writes the annotation and the constant. */
  private static final class Writing extends AbstractProcessor {
    private final String rate;
    private boolean written;

    Writing(String rate) {
      this.rate = rate;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!written) {
        written = true;
        write("Later", "@interface Later {}");
        write("Rates", "class Rates { static final double RATE = " + rate + "; }");
      }
      return false;
    }

    private void write(String name, String source) {
      try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
        writer.write(source);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
