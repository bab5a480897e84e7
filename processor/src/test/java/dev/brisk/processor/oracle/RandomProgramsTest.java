package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.processor.oracle.CompiledModel.LossAndGradient;
import dev.brisk.runtime.FloatTrainer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * Random programs: each is refused with a problem that says so, or its trainer compiles without a
 * warning and computes what the program does, and its derivative.
 *
 * <p>{@code -Dbrisk.programs=2000} tries more of them, {@code -Dbrisk.seed=7} others.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("brisk.programs", 40);
  private static final long SEED = Long.getLong("brisk.seed", 1);

  /** As many as one compiler call takes well. */
  private static final int AT_ONCE = 200;

  /** What a random program may run into; everything else is avoided by the generator. */
  private static final Set<String> REFUSALS = Set.of("array-overwritten", "loop-bound-changes");

  private static final Pattern PROBLEM = Pattern.compile("brisk\\[([a-z-]+)]");

  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int derivatives;
  private int doubtful;

  @Test
  void trainersOfRandomProgramsComputeTheirLossAndItsGradient() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    for (int done = 0; done < PROGRAMS; done += AT_ONCE) {
      List<RandomProgram> programs = new ArrayList<>();
      for (int i = 0; i < Math.min(AT_ONCE, PROGRAMS - done); i++) {
        programs.add(RandomProgram.of(seeds.nextLong(), "Program" + (done + i)));
      }
      check(programs);
    }
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        Locale.ROOT,
        "%d programs, refused %s, %d derivatives compared, %d doubtful%n",
        PROGRAMS,
        refusals,
        derivatives,
        doubtful);
    assertThat(failures).isEmpty();
    assertThat(refused).as("refused programs").isLessThan(PROGRAMS / 2);
    assertThat(doubtful).as("derivatives not compared").isLessThan(derivatives / 4);
  }

  private void check(List<RandomProgram> programs) {
    List<RandomProgram> accepted = accepted(programs);
    ClassLoader classes =
        new GeneratedClasses(
            Compilations.compile(accepted.stream().map(RandomProgram::source).toList()));
    List<JavaFileObject> twins =
        accepted.stream().filter(RandomProgram::isSingle).map(RandomProgram::twin).toList();
    ClassLoader twinClasses =
        new GeneratedClasses(Compilations.compiler().withOptions().compile(twins));
    for (RandomProgram program : accepted) {
      try {
        check(program, classes, twinClasses);
      } catch (RuntimeException | AssertionError e) {
        failures.add(e.getMessage() + "\n" + program);
      }
    }
  }

  /** Those that are not refused. */
  private List<RandomProgram> accepted(List<RandomProgram> programs) {
    List<JavaFileObject> sources = programs.stream().map(RandomProgram::source).toList();
    Compilation processed =
        Compilations.compiler()
            .withOptions("-proc:only", "-Xlint:all,-processing", "-Xmaxerrs", "100000")
            .compile(sources);
    Set<String> refused = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> problem : processed.diagnostics()) {
      Matcher id = PROBLEM.matcher(problem.getMessage(Locale.ROOT));
      String file = problem.getSource() == null ? "?" : problem.getSource().getName();
      RandomProgram program =
          programs.stream()
              .filter(candidate -> file.endsWith("/" + candidate.name() + ".java"))
              .findFirst()
              .orElseThrow(() -> new AssertionError(problem.toString()));
      assertThat(id.find() && REFUSALS.contains(id.group(1)))
          .as(() -> problem + "\n" + program)
          .isTrue();
      if (refused.add(program.name())) {
        refusals.merge(id.group(1), 1, Integer::sum);
      }
    }
    return programs.stream().filter(program -> !refused.contains(program.name())).toList();
  }

  private void check(RandomProgram program, ClassLoader classes, ClassLoader twins) {
    SplittableRandom random = new SplittableRandom(program.seed() + 1);
    CompiledModel model = program.in(classes, "programs");
    CompiledModel exact = program.isSingle() ? program.in(twins, "twins") : model;
    double[] at = random.doubles(model.parameters().length, -1, 1).toArray();
    for (int n = 0; n < 3; n++) {
      Object[] example = program.example(random);
      model.parameters(at);
      double own = model.ownLoss(example);
      assertThat(model.loss(model.examples(example))).isEqualTo(own);
      LossAndGradient generated = model.gradient(model.examples(example), 0, 1);
      assertThat(generated.loss()).isEqualTo(own);
      double[] parameters = model.parameters();
      ToDoubleFunction<double[]> function =
          moved -> {
            exact.parameters(moved);
            return exact.ownLoss(example);
          };
      boolean isSame =
          Math.abs(function.applyAsDouble(parameters) - own) <= 1e-4 * (1 + Math.abs(own));
      for (int i = 0; i < parameters.length; i++) {
        compare(generated.gradient(), i, function, parameters, program.isSingle(), isSame);
      }
      model.parameters(parameters);
      if (program.isPlainDescent()) {
        step(model, example, parameters, generated);
      }
    }
  }

  private void compare(
      double[] gradient,
      int i,
      ToDoubleFunction<double[]> function,
      double[] at,
      boolean isSingle,
      boolean isSame) {
    FiniteDifferences.Estimate expected = FiniteDifferences.derivative(function, at, i);
    double scale = 1 + Math.abs(expected.value());
    boolean isDoubtful =
        !isSame
            || !(expected.disagreement() < 1e-4 * scale)
            || FiniteDifferences.isTooLarge(function, at)
            || FiniteDifferences.isAtKink(function, at, i);
    if (isDoubtful) {
      doubtful++;
      return;
    }
    derivatives++;
    double tolerance = (isSingle ? 1e-2 : 1e-6) * scale + expected.disagreement();
    assertThat(Math.abs(gradient[i] - expected.value()))
        .as("derivative %s is %s, expected %s", i, gradient[i], expected.value())
        .isLessThan(tolerance);
  }

  /** One step goes down by the gradient. */
  private static void step(
      CompiledModel model, Object[] example, double[] before, LossAndGradient generated) {
    assertThat(model.step(example)).isEqualTo(generated.loss());
    double[] after = model.parameters();
    for (int i = 0; i < before.length; i++) {
      double expected = before[i] - RandomProgram.RATE * generated.gradient()[i];
      double size = 1 + Math.abs(before[i]) + Math.abs(generated.gradient()[i]);
      double relative = model.trainer() instanceof FloatTrainer ? 1e-4 : 1e-12;
      assertThat(Math.abs(after[i] - expected)).as("parameter %s", i).isLessThan(relative * size);
    }
  }
}
