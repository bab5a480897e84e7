package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.processor.Javac;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random programs: each is refused with a problem that says so, or its trainer compiles without a
 * warning and computes what the program does, and its derivative.
 *
 * <p>{@code -Dbrisk.programs=2000} tries more of them, {@code -Dbrisk.seed=7} others.
 */
@Tag("javac")
class RandomProgramsTest {
  private static final int PROGRAMS = Integer.getInteger("brisk.programs", 120);
  private static final long SEED = Long.getLong("brisk.seed", 1);

  /** As many as one compiler call takes well. */
  private static final int AT_ONCE = 200;

  /** As many failures are made short; the others are shown as they are. */
  private static final int REDUCED = 3;

  /** What a random program may run into; everything else is avoided by the generator. */
  private static final Set<String> REFUSALS = Set.of("loop-bound-changes");

  private static final Pattern PROBLEM = Pattern.compile("brisk\\[([a-z-]+)]");

  private final Map<String, Integer> refusals = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private int derivatives;
  private int doubtful;
  private int batched;

  @Test
  void trainersOfRandomProgramsComputeTheirLossAndItsGradient() {
    for (List<RandomProgram> programs : programs(PROGRAMS, Feature.ofLanguage())) {
      check(programs);
    }
    int refused = refusals.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(
        Locale.ROOT,
        "%d programs, refused %s, %d by kernels, %d derivatives compared, %d doubtful%n",
        PROGRAMS,
        refusals,
        batched,
        derivatives,
        doubtful);
    assertThat(failures).isEmpty();
    assertThat(refused).as("refused programs").isLessThan(PROGRAMS / 2);
    assertThat(batched).as("programs by kernels").isGreaterThanOrEqualTo(PROGRAMS / 25);
    assertThat(doubtful).as("derivatives not compared").isLessThan(derivatives / 4);
  }

  /** What keeps a fault of the generator from looking like one of the processor. */
  @Test
  void randomProgramsAreValidJavaOfBoundedNumbersWithEveryFeature() {
    for (List<RandomProgram> programs : programs(PROGRAMS, Feature.ofJava())) {
      Compilation compilation = unprocessed(sources(programs));
      compilation.errors().forEach(error -> failures.add(error + "\n" + blamed(error, programs)));
      assertThat(failures).isEmpty();
      ClassLoader classes = new GeneratedClasses(compilation);
      for (RandomProgram program : programs) {
        runs(program, program.plain(classes, "programs"));
      }
    }
    assertThat(failures).isEmpty();
  }

  private void runs(RandomProgram program, UserModel model) {
    SplittableRandom random = new SplittableRandom(program.seed() + 1);
    model.parameters(random.doubles(model.parameters().length, -1, 1).toArray());
    try {
      for (int n = 0; n < 3; n++) {
        assertThat(model.loss(program.signature().example(random))).isBetween(-1e9, 1e9);
      }
    } catch (RuntimeException | AssertionError e) {
      failures.add(e + "\n" + program);
    }
  }

  private static Compilation unprocessed(List<JavaFileObject> sources) {
    return Javac.compiler().withOptions("-proc:none").compile(sources);
  }

  private static List<List<RandomProgram>> programs(int count, Set<Feature> features) {
    SplittableRandom seeds = new SplittableRandom(SEED);
    List<List<RandomProgram>> programs = new ArrayList<>();
    for (int done = 0; done < count; done += AT_ONCE) {
      List<RandomProgram> some = new ArrayList<>();
      for (int i = done; i < Math.min(done + AT_ONCE, count); i++) {
        some.add(RandomProgram.of(seeds.nextLong(), "Program" + i, features));
      }
      programs.add(some);
    }
    return programs;
  }

  private void check(List<RandomProgram> programs) {
    List<RandomProgram> accepted = programs;
    Compilation compilation = compiled(programs);
    while (!compilation.diagnostics().isEmpty()) {
      accepted = accepted(accepted, compilation);
      compilation = compiled(accepted);
    }
    batched +=
        (int)
            Compilations.trainers(compilation).values().stream()
                .filter(trainer -> trainer.contains("KERNEL."))
                .count();
    ClassLoader classes = new GeneratedClasses(compilation);
    ClassLoader twins = twins(accepted);
    for (RandomProgram program : accepted) {
      RandomProgramCheck check = new RandomProgramCheck(program, classes, twins);
      try {
        check.run();
      } catch (RuntimeException | AssertionError e) {
        failures.add(e.getMessage() + "\n" + shown(program));
      }
      derivatives += check.derivatives();
      doubtful += check.doubtful();
    }
  }

  private static List<JavaFileObject> sources(List<RandomProgram> programs) {
    return programs.stream().flatMap(program -> program.sources().stream()).toList();
  }

  private static Compilation compiled(List<RandomProgram> programs) {
    return Compilations.compiler()
        .withOptions("-Xlint:all,-processing", "-Werror", "-Xmaxerrs", "100000")
        .compile(sources(programs));
  }

  /** The programs in double, of those that are in float. */
  private static ClassLoader twins(List<RandomProgram> programs) {
    List<JavaFileObject> twins =
        programs.stream()
            .filter(RandomProgram::isSingle)
            .flatMap(program -> program.twin().stream())
            .toList();
    return twins.isEmpty()
        ? ClassLoader.getPlatformClassLoader()
        : new GeneratedClasses(unprocessed(twins));
  }

  /** Those that are not refused. */
  private List<RandomProgram> accepted(List<RandomProgram> programs, Compilation compilation) {
    Set<RandomProgram> refused = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> problem : compilation.diagnostics()) {
      if (problem.getSource() == null && compilation.diagnostics().size() > 1) {
        // Only says that warnings are errors.
        continue;
      }
      RandomProgram program = blamed(problem, programs);
      Matcher id = PROBLEM.matcher(problem.getMessage(Locale.ROOT));
      boolean isExpected = id.find() && REFUSALS.contains(id.group(1));
      if (refused.add(program) && isExpected) {
        refusals.merge(id.group(1), 1, Integer::sum);
      } else if (!isExpected) {
        failures.add(problem + "\n" + program);
      }
    }
    return programs.stream().filter(program -> !refused.contains(program)).toList();
  }

  private static RandomProgram blamed(Diagnostic<?> problem, List<RandomProgram> programs) {
    String file =
        problem.getSource() instanceof JavaFileObject source ? source.getName() : "no file";
    return programs.stream()
        .filter(
            program ->
                file.endsWith("/" + program.name() + ".java")
                    || file.endsWith("/" + program.name() + "Trainer.java"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(problem.toString()));
  }

  /** The program, if possible a short one that is wrong in the same way. */
  private String shown(RandomProgram program) {
    if (failures.size() >= REDUCED) {
      return program.toString();
    }
    String reduced =
        new RandomReducer(text -> isWrong(program.with(text)), 300).reduced(program.text());
    return program.with(reduced).toString();
  }

  /** Whether the program is accepted, and its trainer wrong. */
  private static boolean isWrong(RandomProgram program) {
    if (!program.text().contains("class " + program.name() + " {")) {
      return false;
    }
    Compilation compilation = Compilations.compiler().withOptions().compile(program.sources());
    if (compilation.status() != Compilation.Status.SUCCESS) {
      return false;
    }
    try {
      ClassLoader twins = twins(List.of(program));
      new RandomProgramCheck(program, new GeneratedClasses(compilation), twins).run();
      return false;
    } catch (RuntimeException | AssertionError e) {
      return true;
    }
  }
}
