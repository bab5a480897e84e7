package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import dev.brisk.processor.preview.SvgFile;
import dev.brisk.schedule.OneCycle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pictures of learning rates that the compiler draws where it is asked to. */
@Tag("javac")
class PreviewTest {
  private static final String RUN = "@Training(epochs = 10, batchSize = 5, examples = 28) ";
  private static final int STEPS = 60;
  private static final String COSINE = RUN + "@Warmup(steps = 7) @Schedule(Decay.COSINE)";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@Warmup(steps = 7) @Schedule(value = Decay.COSINE, minLearningRate = 0.03)",
        "@Schedule(value = Decay.STEP, stepSize = 9)",
        "@Schedule(value = Decay.COSINE_RESTARTS, period = 15)",
        "@Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 4, stepSizeDown = 9)",
        "@Warmup(steps = 6) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)",
        "@Warmup(steps = 9) @Schedule(Decay.PLATEAU)",
      })
  void showTheRatesOfTheTrainer(String schedule) throws IOException {
    Compilation compilation = compile(source("Model", RUN + schedule));
    CompiledModel model = CompiledModel.of(new GeneratedClasses(compilation), "demo.Model", "loss");
    boolean isInEpochs = schedule.contains("EPOCH");

    TreeSet<Long> shown = new TreeSet<>();
    for (double[] point : picture("demo.Model").line("rate")) {
      long step = Math.round(isInEpochs ? point[0] * STEPS / 10 : point[0]);
      shown.add(step);
      assertThat(point[1])
          .as("rate of step %d", step)
          .isCloseTo(model.trainer().learningRateAt(step), within(2e-4));
    }

    assertThat(shown).hasSize(STEPS).contains(0L, STEPS - 1L);
  }

  @Test
  void showCycledMomentumInAPanelOfItsOwn() throws IOException {
    compile(
        source("Model", RUN + "@Schedule(value = Decay.ONE_CYCLE, cycleMomentum = true)")
            .replace("SGD", "SGD, momentum = 0.95"));
    SvgFile picture = picture("demo.Model");

    assertThat(picture.texts("name")).containsExactly("learning rate", "momentum", "step");
    for (double[] point : picture.line("momentum")) {
      assertThat(point[1])
          .isCloseTo(OneCycle.cosineMomentum(Math.round(point[0]), STEPS, 0.3), within(1e-4));
    }
    for (double[] point : picture.line("rate")) {
      assertThat(point[1])
          .isCloseTo(OneCycle.cosine(0.4, Math.round(point[0]), STEPS, 0.3, 25, 1e4), within(1e-4));
    }
  }

  @Test
  void haveThePeakOfALongRun() throws IOException {
    compile(
        source(
            "Model",
            "@Training(epochs = 1000, batchSize = 1, examples = 1_000_000)"
                + " @Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 7_003,"
                + " mode = CycleMode.TRIANGULAR2)"));
    SvgFile picture = picture("demo.Model");

    assertThat(picture.texts("told")).contains("highest: 2 at step 7,003");
    assertThat(picture.line("rate").stream().mapToDouble(point -> point[1]).max())
        .hasValueCloseTo(2.0, within(1e-3));
  }

  @Test
  void tellWhatTheyShow() throws IOException {
    compile(source("Model", COSINE));
    SvgFile picture = picture("demo.Model");

    assertThat(picture.texts("title")).containsExactly("demo.Model, SGD");
    assertThat(picture.texts("summary"))
        .containsExactly("Learning rate: warm-up 7 steps, then cosine over 53.");
    assertThat(picture.texts("band")).containsExactly("warm-up", "cosine");
    assertThat(picture.texts("told"))
        .containsExactly("highest: 0.4 at step 7", "last: 0.000351", "step 59");
    assertThat(picture.elements("title").get(0).getTextContent())
        .isEqualTo("Learning rate of demo.Model, SGD");
    assertThat(picture.elements("desc").get(0).getTextContent())
        .contains("Highest: 0.4 at step 7.", "Last: 0.000351 at step 59.");
    assertThat(picture.elements("svg").get(0).getAttribute("aria-labelledby"))
        .isEqualTo("title desc");
    assertThat(picture.elements("style").get(0).getTextContent())
        .contains("@media screen and (prefers-color-scheme: dark)");
  }

  @Test
  void dashARateThatIsNotKnownBeforeTraining() throws IOException {
    compile(source("Model", RUN + "@Warmup(steps = 9) @Schedule(Decay.PLATEAU)"));
    SvgFile picture = picture("demo.Model");

    assertThat(picture.elements("polyline", "rate", "open")).hasSize(1);
    assertThat(picture.texts("note")).anyMatch(note -> note.startsWith("Dashed: "));
  }

  @Test
  void areNamedAfterTheirModels() throws IOException {
    compile(
        "package demo; import dev.brisk.*; class Outer { "
            + body("static", "Inner", COSINE)
            + body("static", "Other", "")
            + " }");

    assertThat(files()).containsExactly("demo.Outer.Inner.svg", "demo.Outer.Other.svg");
  }

  @Test
  void areTheSameToTheByteInEveryOrderOfTheSources() throws IOException {
    List<JavaFileObject> sources =
        new ArrayList<>(
            List.of(
                JavaFileObjects.forSourceString("demo.A", source("A", COSINE)),
                JavaFileObjects.forSourceString("demo.B", source("B", ""))));
    compiler(folder.resolve("one").toString(), new BriskProcessor()).compile(sources);
    Collections.reverse(sources);
    compiler(folder.resolve("two").toString(), new BriskProcessor()).compile(sources);

    for (String name : List.of("demo.A.svg", "demo.B.svg")) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
  }

  @Test
  void replaceThoseOfTheLastCompilationAndLeaveNothingElse() throws IOException {
    compile(source("Model", COSINE));
    compile(source("Model", RUN + "@Schedule(Decay.LINEAR)"));

    assertThat(picture("demo.Model").texts("band")).containsExactly("linear");
    assertThat(files()).containsExactly("demo.Model.svg");
  }

  @Test
  void areWrittenIntoAFolderThatIsMade() throws IOException {
    Path made = folder.resolve("a").resolve("b");

    Compilation compilation = compile(made.toString(), source("Model", COSINE));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(made.resolve("demo.Model.svg")).isRegularFile();
  }

  @Test
  void areWrittenWhereTheCompilerShowsNoBodies() throws IOException {
    compiler(folder.toString(), new Wrapped(Wrapped.Environment::new))
        .compile(JavaFileObjects.forSourceString("demo.Model", source("Model", COSINE)));

    assertThat(files()).containsExactly("demo.Model.svg");
  }

  @Test
  void areNotWrittenOfAModelThatIsWrong() throws IOException {
    assertThat(compile(source("Model", RUN + "@Warmup(steps = 60)"))).failed();
    assertThat(files()).isEmpty();
  }

  @Test
  void areNotAskedForUnlessTheOptionIsSet() throws IOException {
    Javac.compiler()
        .withProcessors(new BriskProcessor())
        .compile(JavaFileObjects.forSourceString("demo.Model", source("Model", COSINE)));

    assertThat(files()).isEmpty();
  }

  @Test
  void costAWarningAtTheModelWhereTheFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "a file");

    Compilation compilation = compile(file.toString(), source("Model", COSINE));

    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("demo.ModelTrainer");
    assertThat(compilation.warnings()).hasSize(1);
    assertThat(compilation.warnings().get(0).getLineNumber()).isEqualTo(5);
    assertThat(compilation.warnings().get(0).getMessage(Locale.ROOT))
        .startsWith("brisk[preview-not-written]: the preview of `Model` is not written into the")
        .contains("`" + file + "` (FileAlreadyExistsException: " + file + ")")
        .matches("brisk\\[[a-z-]+]: \\S.+[^.]\\. \\S.+[^.]\\. \\S.+[^.]\\.");
    assertThat(file).hasContent("a file");
  }

  @Test
  void costAWarningWhereAFolderHasTheirName() throws IOException {
    Files.createDirectory(folder.resolve("demo.Model.svg"));

    assertThat(compile(source("Model", COSINE))).hadWarningContaining("(FileSystemException: ");
  }

  @Test
  void costAWarningWhereNoFolderCanHaveThatName() {
    Compilation compilation = compile("a\0b", source("Model", COSINE));

    assertThat(compilation).succeeded();
    assertThat(compilation).hadWarningContaining("brisk[preview-not-written]: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Abrisk.preview", "-Abrisk.preview=", "-Abrisk.preview= "})
  void needAFolder(String option) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions(option)
            .compile(JavaFileObjects.forSourceString("demo.Model", source("Model", COSINE)));

    assertThat(compilation)
        .hadErrorContaining("brisk[option-value-unknown]: the option `-Abrisk.preview` is set to");
  }

  private Compilation compile(String source) {
    return compile(folder.toString(), source);
  }

  private static Compilation compile(String preview, String source) {
    return compiler(preview, new BriskProcessor())
        .compile(JavaFileObjects.forSourceString("demo.Model", source));
  }

  private static Compiler compiler(String preview, Processor processor) {
    return Javac.compiler().withProcessors(processor).withOptions("-Abrisk.preview=" + preview);
  }

  private SvgFile picture(String name) throws IOException {
    return new SvgFile(Files.readString(folder.resolve(name + ".svg")));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String source(String name, String annotations) {
    return "package demo;\nimport dev.brisk.*;\n" + body("", name, annotations);
  }

  private static String body(String modifier, String name, String annotations) {
    return """
    @Trainable
    @Optimizer(value = Algorithm.SGD, learningRate = 0.4) %s
    %s class %s {
      @Parameter double p = 0.5;

      @Loss
      double loss(double x) {
        double error = Math.sin(p) - x;
        return error * error / 2;
      }
    }
    """
        .formatted(annotations, modifier, name);
  }
}
