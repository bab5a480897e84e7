package dev.brisk.processor.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import dev.brisk.processor.MessageForm;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.Diagnostic.Kind;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random configurations: each is refused with a problem of an annotation, told once, or its trainer
 * compiles without a warning and trains.
 *
 * <p>{@code -Dbrisk.configurations=20000} tries more of them, {@code -Dbrisk.seed=7} others.
 */
@Tag("javac")
class RandomConfigurationsTest {
  private static final int CONFIGURATIONS = Integer.getInteger("brisk.configurations", 500);
  private static final long SEED = Long.getLong("brisk.seed", 1);

  /** As many as one compiler call takes well. */
  private static final int AT_ONCE = 1000;

  private static final Pattern MESSAGE = Pattern.compile("brisk\\[([a-z-]+)]: .*");

  private final Map<String, Integer> problems = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  @Test
  void areRefusedWithProblemsOfTheirAnnotationsOrTrain() {
    SplittableRandom seeds = new SplittableRandom(SEED);
    int accepted = 0;
    for (int done = 0; done < CONFIGURATIONS; done += AT_ONCE) {
      Map<String, RandomConfiguration> some = new LinkedHashMap<>();
      for (int i = done; i < Math.min(done + AT_ONCE, CONFIGURATIONS); i++) {
        some.put("Model" + i, RandomModel.of(seeds.nextLong(), "Model" + i));
      }
      List<RandomConfiguration> good = accepted(some);
      train(good);
      accepted += good.size();
    }
    System.out.printf(
        Locale.ROOT,
        "%d configurations, %d accepted and trained, problems %s%n",
        CONFIGURATIONS,
        accepted,
        problems);
    assertThat(failures).isEmpty();
    assertThat(accepted).as("accepted configurations").isGreaterThan(CONFIGURATIONS / 5);
  }

  /** Those that are not refused. */
  private List<RandomConfiguration> accepted(Map<String, RandomConfiguration> configurations) {
    Compilation compilation = compiled(configurations.values(), "-proc:only");
    Set<String> refused = new HashSet<>();
    Map<String, Set<String>> told = new HashMap<>();
    for (Diagnostic<? extends JavaFileObject> problem : compilation.diagnostics()) {
      String model = model(problem);
      RandomConfiguration configuration = configurations.get(model);
      if (problem.getKind() == Kind.ERROR) {
        refused.add(model);
      }
      String wrong = configuration == null ? "at no model" : wrong(problem, configuration, told);
      if (!wrong.isEmpty()) {
        failures.add(wrong + ": " + problem + "\n" + configuration);
      }
    }
    return configurations.values().stream()
        .filter(configuration -> !refused.contains(configuration.name()))
        .toList();
  }

  private static Compilation compiled(
      Iterable<RandomConfiguration> configurations, String... options) {
    List<JavaFileObject> sources = new ArrayList<>();
    configurations.forEach(configuration -> sources.add(configuration.source()));
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("-Xlint:all,-processing", "-Xmaxerrs", "100000", "-Xmaxwarns", "100000"));
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .withOptions(all.toArray())
        .compile(sources);
  }

  /** The name of the model that a problem is about, or whose trainer it is in. */
  private static String model(Diagnostic<? extends JavaFileObject> problem) {
    if (problem.getSource() == null) {
      return "";
    }
    String file = problem.getSource().getName();
    return file.substring(file.lastIndexOf('/') + 1).replaceAll("(Trainer)?\\.java", "");
  }

  /** What is wrong with how a problem is told; empty if nothing is. */
  private String wrong(
      Diagnostic<? extends JavaFileObject> problem,
      RandomConfiguration configuration,
      Map<String, Set<String>> told) {
    String text = problem.getMessage(Locale.ROOT);
    Matcher message = MESSAGE.matcher(text);
    if (!message.matches() || !MessageForm.isKept(text)) {
      return "not a message of Brisk's form";
    }
    String id = message.group(1);
    problems.merge(id, 1, Integer::sum);
    if (id.equals("internal-error")) {
      return "a crash";
    }
    if (!configuration.line(problem.getLineNumber()).contains("@")) {
      return "not at an annotation";
    }
    String place = problem.getLineNumber() + ":" + problem.getColumnNumber();
    Set<String> others = told.computeIfAbsent(configuration.name() + place, any -> new HashSet<>());
    if (!others.add(id)) {
      return "told twice";
    }
    return others.size() > 1 && others.contains("attribute-not-read")
        ? "a word on a value that is not read"
        : "";
  }

  private void train(List<RandomConfiguration> configurations) {
    Compilation compilation = compiled(configurations);
    Set<String> wrong = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> problem : compilation.diagnostics()) {
      boolean isExpected = problem.getMessage(Locale.ROOT).startsWith("brisk[");
      if (!isExpected || problem.getKind() == Kind.ERROR) {
        wrong.add(model(problem));
        failures.add(problem.toString());
      }
    }
    if (!wrong.isEmpty()) {
      configurations.stream()
          .filter(configuration -> wrong.contains(configuration.name()))
          .forEach(configuration -> failures.add(configuration.toString()));
      return;
    }
    ClassLoader classes = new GeneratedClasses(compilation);
    for (RandomConfiguration configuration : configurations) {
      try {
        new ConfigurationCheck(configuration, classes).run();
      } catch (RuntimeException | AssertionError e) {
        failures.add(e + "\n" + configuration);
      }
    }
  }
}
