package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.diagnostic.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Brisk does where it does not run in javac alone, or where it fails itself. */
@Tag("javac")
class EnvironmentTest {
  @Test
  void findsTheTreesBehindWhatABuildToolPutsAroundThem() {
    Compilation compilation = compile(inner -> new BuildTool(new BuildTool(inner)));

    assertThat(compilation).succeeded();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void saysThatNoTrainerIsWrittenWhereTheCompilerShowsNoBodies() {
    Compilation compilation = compile(Wrapped.Environment::new);

    assertThat(compilation).succeeded();
    assertThat(compilation.warnings()).hasSize(1);
    assertThat(compilation)
        .hadWarningContaining("brisk[" + Problem.NO_METHOD_BODIES.id() + "]: ")
        .inFile(compilation.sourceFiles().get(0))
        .onLine(5)
        .atColumn(1);
  }

  @Test
  void reportsAnExceptionOfItsOwnInOneLineAtTheModel() {
    Compilation compilation = compile(FailingOnPackages::new);

    assertThat(compilation).failed();
    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.errors().get(0).getLineNumber()).isEqualTo(5);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .startsWith("brisk[" + Problem.INTERNAL_ERROR.id() + "]: Brisk failed on the model `Model`")
        .contains("java.lang.IllegalStateException (out of packages) at dev.brisk.processor.")
        .doesNotContain("\n");
  }

  @Test
  void tellsGradleThatEachTrainerComesFromOneModel() throws IOException {
    String name = "/META-INF/gradle/incremental.annotation.processors";
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                BriskProcessor.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      assertThat(reader.lines()).containsExactly(BriskProcessor.class.getName() + ",isolating");
    }
  }

  /** What else Gradle asks of a processor that says so; it compiles everything anew otherwise. */
  @Test
  void writesNothingButSourcesThatComeFromOneModelEach() {
    Map<String, List<String>> origins = new TreeMap<>();
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new Wrapped(inner -> new Recording(inner, origins)))
            .compile(
                JavaFileObjects.forSourceString(
                    "Models",
                    """
                    import dev.brisk.*;

                    class Models {
                      @Trainable(predictor = true)
                      @Optimizer(Algorithm.SGD)
                      static class First {
                        @Parameter double weight;

                        @Predict
                        double at(double x) {
                          return weight * x;
                        }

                        @Loss
                        double loss(double x, double y) {
                          return (at(x) - y) * (at(x) - y);
                        }
                      }

                      @Trainable
                      @Optimizer(Algorithm.ADAM)
                      static class Second {
                        @Parameter double weight;

                        @Loss
                        double loss(double x) {
                          return (weight - x) * (weight - x);
                        }
                      }
                    }
                    """));

    assertThat(compilation).succeeded();
    assertThat(origins)
        .containsExactly(
            entry("Models_FirstPredictor", List.of("Models.First")),
            entry("Models_FirstTrainer", List.of("Models.First")),
            entry("Models_SecondTrainer", List.of("Models.Second")));
  }

  private static Compilation compile(UnaryOperator<ProcessingEnvironment> wrapping) {
    return Javac.compiler()
        .withProcessors(new Wrapped(wrapping))
        .compile(
            JavaFileObjects.forSourceString(
                "Model",
                """
                import dev.brisk.*;

                @Trainable
                @Optimizer(Algorithm.SGD)
                class Model {
                  @Parameter final double[] weights = new double[2];

                  @Loss
                  double loss(double x) {
                    return (weights[0] - x) * (weights[1] - x);
                  }
                }
                """));
  }

  /** As Gradle's incremental compilation does. */
  private static final class BuildTool extends Wrapped.Environment {
    @SuppressWarnings("unused") // read by reflection
    private final ProcessingEnvironment delegate;

    BuildTool(ProcessingEnvironment inner) {
      super(inner);
      this.delegate = inner;
    }
  }

  /** Notes what each source is written from. Classes and other files are refused. */
  private static final class Recording extends Wrapped.Environment {
    private final Map<String, List<String>> origins;

    Recording(ProcessingEnvironment inner, Map<String, List<String>> origins) {
      super(inner);
      this.origins = origins;
    }

    @Override
    public Filer getFiler() {
      Filer filer = super.getFiler();
      return (Filer)
          Proxy.newProxyInstance(
              Filer.class.getClassLoader(),
              new Class<?>[] {Filer.class},
              (proxy, method, arguments) -> {
                if (!method.getName().equals("createSourceFile")) {
                  throw new IllegalStateException(method.getName());
                }
                String name = (String) arguments[0];
                Element[] from = (Element[]) arguments[1];
                origins.put(name, Arrays.stream(from).map(Element::toString).toList());
                return filer.createSourceFile(name, from);
              });
    }
  }

  /** Throws when it is asked for a package, which reading a model does. */
  private static final class FailingOnPackages extends Wrapped.Environment {
    FailingOnPackages(ProcessingEnvironment inner) {
      super(inner);
    }

    @Override
    public Elements getElementUtils() {
      Elements elements = super.getElementUtils();
      return (Elements)
          Proxy.newProxyInstance(
              Elements.class.getClassLoader(),
              new Class<?>[] {Elements.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("getPackageOf")) {
                  throw new IllegalStateException("out of packages\nat all");
                }
                try {
                  return method.invoke(elements, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
