package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Arrays;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan of a trainer, which the compiler prints where it is asked for. */
@Tag("javac")
class ExplainTest {
  private static final String MODEL =
      """
      import dev.brisk.*;

      @Trainable
      @Optimizer(value = Algorithm.ADAMW, learningRate = 1e-3, weightDecay = 0.1)
      @GradientClipping(norm = 1)
      @Warmup(steps = 100)
      @Schedule(value = Decay.COSINE, minLearningRate = 1e-4)
      @Training(epochs = 10, batchSize = 10, examples = 1000)
      class Model {
        @Parameter double weight;

        @Loss
        double loss(double x, double y) {
          double error = weight * x - y;
          return error * error;
        }
      }
      """;

  private static final String PLAN =
      """
      ModelTrainer trains by AdamW, beta1 0.9, beta2 0.999, epsilon 1e-8, weight decay 0.1.
      The examples of a batch are computed one by one: the loss has no product by a parameter, as affine and matrixVector are.
      Learning rate 0.001: warm-up 100 steps, then cosine to 0.0001 over 900.
      It is highest at step 100, 0.001, and 0.0001 at the last of 1,000.
      At the highest rate weight decay takes 0.0001 of a weight at each update, a time constant of 10,000.
      Gradients are clipped to a norm of 1.
      run   0%    10%      25%       50%       75%    100%
      step   0    100      250       500       750     999
      rate   0  0.001  0.00094  0.000628  0.000261  0.0001

      0.001 |      ************
            |     *            *********
            |   **                      ********
            |  *                                ********
            | *                                         *****************
          0 |*
      """;

  private static final JavaFileObject SOURCE = JavaFileObjects.forSourceString("Model", MODEL);

  @ParameterizedTest
  @ValueSource(strings = {"-Abrisk.explain", "-Abrisk.explain=true"})
  void isPrintedOnTheModel(String option) {
    Compilation compilation = compile(option);

    assertThat(compilation).succeeded();
    assertThat(compilation).hadNoteContaining("ModelTrainer trains by").inFile(SOURCE).onLine(9);
    assertThat(compilation.notes()).hasSize(1);
    String note = compilation.notes().get(0).getMessage(Locale.ROOT);
    // javac indents all lines but the first.
    assertThat(note.lines().map(String::strip))
        .containsExactlyElementsOf(PLAN.lines().map(String::strip).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Ops.affine(w, b, Ops.relu(Ops.affine(w, b, x))); A batch is computed at once: 2 products by"
            + " kernels, and what stands between them example by example.",
        "Ops.affine(w, b, x); A batch is computed at once: 1 product by kernels, and what stands"
            + " between them example by example. Updated while their gradient is in cache: w.",
        "Ops.affine(w, b, open); one by one: the loss has no product by a parameter",
        "Ops.affine(w, b, overwritten(x)); one by one: the loss overwrites elements of an array"
      })
  void saysHowABatchIsComputed(String outputs, String sentence) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Abrisk.explain")
            .compile(
                JavaFileObjects.forSourceString(
                    "Model",
                    """
                    import dev.brisk.*;
                    import dev.brisk.ops.Ops;

                    @Trainable
                    @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
                    class Model {
                      @Parameter(shape = {3, 3}) double[] w;
                      @Parameter(shape = 3) double[] b;

                      double[] overwritten(double[] x) {
                        double[] state = new double[3];
                        for (int i = 0; i < 3; i++) {
                          state[0] = state[0] * b[i] + x[i];
                        }
                        return state;
                      }

                      @Loss
                      double loss(@Shape(3) double[] x, double[] open) {
                        return Ops.sum(%s) + open[0] * b[0];
                      }
                    }
                    """
                        .formatted(outputs)));

    assertThat(compilation).succeeded();
    assertThat(compilation).hadNoteContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Abrisk.explain=false", "-Abrisk.lint=warning"})
  void isNotPrintedUnlessAskedFor(String option) {
    assertThat(compile(option).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SGD, learningRate = 0.1, weightDecay = 1e-4               | 1e-5 of a weight",
        "SGD, learningRate = 0.1, momentum = 0.9, weightDecay = 1e-4 | 0.0001 of a weight",
        "LION, learningRate = 1e-4, weightDecay = 0.1              | 1e-5 of a weight",
      })
  void saysWhatWeightDecayTakesWhereThatIsAFigure(String optimizer, String expected) {
    String note = note(optimizer);

    assertThat(note).contains("weight decay takes " + expected);
  }

  @Test
  void isSilentOfWeightDecayThatIsDividedByTheGradientsSize() {
    assertThat(note("RMSPROP, weightDecay = 0.1")).doesNotContain("weight decay takes");
  }

  private static String note(String optimizer) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Abrisk.explain")
            .compile(
                JavaFileObjects.forSourceString(
                    "Model",
                    MODEL
                        .replaceAll(
                            "@Optimizer.*", "@Optimizer(value = Algorithm." + optimizer + ")")
                        .replace(", minLearningRate = 1e-4", "")));
    return compilation.notes().get(0).getMessage(Locale.ROOT);
  }

  @Test
  void refusesAnotherValue() {
    assertThat(compile("-Abrisk.explain=yes"))
        .hadErrorContaining(
            "brisk[option-value-unknown]: the option `-Abrisk.explain` is set to `yes`");
  }

  @Test
  void standsAtTheHeadOfTheTrainer() {
    assertThat(compile("-Abrisk.explain=false"))
        .generatedSourceFile("ModelTrainer")
        .contentsAsUtf8String()
        .contains(
            String.join(
                "\n",
                Arrays.stream(PLAN.split("\n"))
                    .skip(6)
                    .map(line -> (" * " + line).stripTrailing())
                    .toList()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 2)",
        "@Schedule(value = Decay.STEP, stepSize = 1, gamma = 0.1)",
        "@Schedule(value = Decay.CYCLIC, maxLearningRate = 1, stepSizeUp = 7)",
        "@Schedule(Decay.PLATEAU)",
        "@Schedule(Decay.ONE_CYCLE)",
        "@Schedule(Decay.CONSTANT)",
        ""
      })
  void isFoundForEveryCurve(String schedule) {
    String source =
        MODEL
            .replace("@Schedule(value = Decay.COSINE, minLearningRate = 1e-4)", schedule)
            .replace("epochs = 10", "epochs = 2147483647");
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Abrisk.explain")
            .compile(JavaFileObjects.forSourceString("Model", source));

    assertThat(compilation).succeeded();
    assertThat(compilation).hadNoteContaining("ModelTrainer trains by AdamW");
  }

  private static Compilation compile(String option) {
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .withOptions(option)
        .compile(SOURCE);
  }
}
