package dev.brisk.projects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The project {@code first-gradle}, and that Gradle compiles as little as it may: the processor
 * says that each trainer comes from one model, so no other model is compiled for a change of one.
 *
 * <p>Asks for Gradle 7 or newer as {@code gradle} on the PATH, or where {@code -Dbrisk.gradle}
 * says.
 */
class GradleIT {
  private static final String GRADLE = System.getProperty("brisk.gradle");
  private static final int OLDEST = 7;

  @TempDir Path project;

  @BeforeEach
  void copyTheProject() throws IOException, InterruptedException {
    assumeTrue(
        version() >= OLDEST,
        () -> "no Gradle of version " + OLDEST + " or newer: " + GRADLE + "; see -Dbrisk.gradle");
    Path original = Path.of("first-gradle");
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(original.relativize(file).toString(), Files.readString(file));
      }
    }
  }

  @Test
  void trainsAndCompilesAgainWhatChangedAlone() throws IOException, InterruptedException {
    write(
        "src/main/java/com/example/Rate.java",
        "class Rate { static final double OF_CURVE = 0.1; }");
    write(
        "src/main/java/com/example/Curve.java",
        Files.readString(source("Line"))
            .replace("class Line", "class Curve")
            .replace("learningRate = 0.1", "learningRate = Rate.OF_CURVE"));
    write("src/main/java/com/example/Unrelated.java", "class Unrelated {}");

    assertThat(gradle("run")).contains("y = 3.00 x -1.00");
    Map<String, FileTime> first = outputs();
    assertThat(first).containsKeys("LineTrainer.java", "CurveTrainer.java", "Unrelated.class");

    change("Unrelated", "{}", "{ int one; }");
    assertThat(changed(first)).containsExactly("Unrelated.class");

    Map<String, FileTime> second = outputs();
    change("Curve", "slope * x + offset", "offset + slope * x");
    assertThat(changed(second))
        .containsExactly(
            "Curve.class",
            "CurveTrainer$Examples.class",
            "CurveTrainer.class",
            "CurveTrainer.java");

    Map<String, FileTime> third = outputs();
    change("Rate", "0.1", "0.05");
    assertThat(changed(third)).contains("CurveTrainer.java").doesNotContain("LineTrainer.java");
    assertThat(Files.readString(output("CurveTrainer.java"))).contains("LEARNING_RATE = 0.05");

    Files.delete(source("Curve"));
    gradle("compileJava");
    assertThat(outputs().keySet()).noneMatch(name -> name.startsWith("Curve"));
  }

  private void change(String type, String from, String to)
      throws IOException, InterruptedException {
    String before = Files.readString(source(type));
    assertThat(before).contains(from);
    Files.writeString(source(type), before.replace(from, to));
    gradle("compileJava");
  }

  private List<String> changed(Map<String, FileTime> before) throws IOException {
    List<String> changed = new ArrayList<>();
    outputs()
        .forEach(
            (name, time) -> {
              if (!time.equals(before.get(name))) {
                changed.add(name);
              }
            });
    return changed;
  }

  private Path source(String type) {
    return project.resolve("src/main/java/com/example/" + type + ".java");
  }

  private Path output(String name) throws IOException {
    try (Stream<Path> files = Files.walk(project.resolve("build"))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  /** Classes and trainers, with the time at which each was written. */
  private Map<String, FileTime> outputs() throws IOException {
    Map<String, FileTime> times = new TreeMap<>();
    try (Stream<Path> files = Files.walk(project.resolve("build"))) {
      files
          .filter(file -> file.toString().matches(".*\\.(class|java)"))
          .forEach(file -> times.put(file.getFileName().toString(), modified(file)));
    }
    return times;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    String header =
        name.endsWith(".java") && !text.startsWith("package") ? "package com.example; " : "";
    Files.writeString(file, header + text);
  }

  private String gradle(String task) throws IOException, InterruptedException {
    String output =
        run(
            project,
            GRADLE,
            "--no-daemon",
            "--console=plain",
            "-Dmaven.repo.local=" + System.getProperty("brisk.repository"),
            task);
    assertThat(output).contains("BUILD SUCCESSFUL");
    return output;
  }

  /** Gradle's feature release; 0 where there is none. */
  private int version() throws InterruptedException {
    try {
      return run(project, GRADLE, "--version")
          .lines()
          .filter(line -> line.matches("Gradle \\d+\\..*"))
          .map(line -> line.replaceAll("Gradle (\\d+)\\..*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException absent) {
      return 0;
    }
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return output;
  }
}
