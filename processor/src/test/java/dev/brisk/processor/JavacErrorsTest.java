package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What javac itself finds wrong is not told a second time, in Brisk's words. */
@Tag("javac")
class JavacErrorsTest {
  private static final String IMPORTS = "import dev.brisk.*;\n";
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(Algorithm.SGD)
      class Model {
        @Parameter double weight;

        @Loss
        double loss(double x) {
          return weight * x;
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Optimizer(Algorithm.SDG)",
        "@Optimizer(SGD)",
        "@Optimizer(value = Algorithm.SGD, learningRate = \"0.1\")",
        "@Optimizer(value = Algorithm.SGD, learningRate = x)",
        "@Optimizer(value = Algorithm.SGD, rate = 0.1)",
        "@Optimizer(learningRate = 0.1)",
        "@Optimizer",
        "@Optimizer(value = Algorithm.SGD, learningRate = {0.1, 0.2})",
        "@Optimizer(value = Decay.STEP)",
        "@Optimizer(Algorithm.SGD) @Warmup",
        "@Optimizer(Algorithm.SGD) @Warmup(steps = 1.5)",
        "@Optimizer(Algorithm.SGD) @Warmup(steps = 99999999999)",
        "@Optimizer(Algorithm.SGD) @Schedule(Decay.COSINES)",
        "@Optimizer(Algorithm.SGD) @Schedule(Decay.STEP) @Schedule(value = Decay.COSIN, steps = 0)",
        "@Optimizer(Algorithm.SGD) @Schedul(Decay.COSINE)",
        "@Optimizer(Algorithm.SGD) @Training(epochs = \"ten\")",
        "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.STEP, interval = Interval.EPOCHS)",
        "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.MULTI_STEP, milestones = {1.5})",
        "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.PLATEAU, monitor = accuracy)",
        "@Optimizer(Algorithm.SGD) @Warmup(steps = 9, ramp = Ramp.LINEER)",
        "@Optimizer(Algorithm.SGD) @GradientClipping(norm = \"1\")",
        "@Optimizer(Algorithm.SGD) @WeightAveraging(Averaging.EWA)",
        "@Optimizer(Algorithm.SGD) @BatchScaling(baseBatchSize = 0.5)",
        "@Optimizer(Algorithm.SGD) @BatchScaling",
        "@Optimizer(Algorithm.SGD) @Curvature(lipschitz = L)",
        "@Optimizer(value = Algorithm.SGD, amsgrad = 1)",
        "@Optimizr(Algorithm.SGD)",
        "@Optimizer(Algorithm.SGD) @Optimizer(Algorithm.ADAM)"
      })
  void aMistakeInAnAnnotationIsJavacsToReport(String annotations) {
    rejectedByJavacAlone(IMPORTS + MODEL.replace("@Optimizer(Algorithm.SGD)", annotations));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Parameter(init = Init.HEE) double weight;",
        "@Parameter(init = HE) double weight;",
        "@Parameter(shape = 1.5) double weight;",
        "@Parameter(shape = \"3\") double[] weight;",
        "@Parameter(shape = {3, n}) double[] weight;",
        "@Paramter double weight;",
        "@Parameter Doubel weight;",
        "@Parameter java.util.List<Doubel> weight;",
        "@Parameter Doubel[] weight;"
      })
  void aMistakeInAFieldIsJavacsToReport(String field) {
    rejectedByJavacAlone(IMPORTS + MODEL.replace("@Parameter double weight;", field));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Los double loss(double x) {",
        "@Loss Doubel loss(double x) {",
        "@Loss double loss(Doubel x) {",
        "@Loss double loss(@Shap(3) double[] x) {",
        "@Loss double loss(@Shape(\"3\") double[] x) {",
        "@Loss double loss(@Shape double[] x) {"
      })
  void aMistakeInTheLossIsJavacsToReport(String method) {
    rejectedByJavacAlone(IMPORTS + MODEL.replace("@Loss\n  double loss(double x) {", method));
  }

  @Test
  void missingImportsAreJavacsToReport() {
    rejectedByJavacAlone(MODEL);
    for (String missing :
        new String[] {"Trainable", "Optimizer", "Parameter", "Loss", "Algorithm"}) {
      StringBuilder imports = new StringBuilder();
      for (String type :
          new String[] {"Trainable", "Optimizer", "Parameter", "Loss", "Algorithm"}) {
        imports.append(type.equals(missing) ? "" : "import dev.brisk." + type + ";\n");
      }
      rejectedByJavacAlone(imports + MODEL);
    }
  }

  private static void rejectedByJavacAlone(String source) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Xlint:all,-processing")
            .compile(JavaFileObjects.forSourceString("Model", source));

    assertThat(compilation).failed();
    assertThat(compilation.diagnostics())
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .noneMatch(message -> message.contains("brisk["));
  }
}
