package dev.brisk.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What Brisk adds to a warm javac: models compiled with the processor, against the same models
 * without it. The difference is what it takes to read, check, derive and write a trainer, and to
 * compile that.
 */
@State(Scope.Benchmark)
public class CompilationCost {
  private static final int MODELS = 10;

  private static final String MODEL =
      """
      package models;

      import dev.brisk.*;
      import dev.brisk.ops.*;

      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.3, momentum = 0.9)
      @Warmup(steps = 90)
      @Schedule(Decay.COSINE)
      @Training(epochs = %d, batchSize = 32, examples = 32_000)
      class Model%d {
        @Parameter(shape = {32, 64}, init = Init.HE) double[] w1;
        @Parameter(shape = 32) double[] b1;
        @Parameter(shape = {10, 32}, init = Init.HE) double[] w2;
        @Parameter(shape = 10) double[] b2;

        static double[] layer(double[] weights, double[] bias, double[] x) {
          double[] y = new double[bias.length];
          for (int i = 0; i < y.length; i++) {
            double sum = bias[i];
            for (int j = 0; j < x.length; j++) {
              sum += weights[i * x.length + j] * x[j];
            }
            y[i] = sum;
          }
          return y;
        }

        double[] logits(double[] pixels) {
          double[] hidden = layer(w1, b1, pixels);
          for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
          }
          return layer(w2, b2, hidden);
        }

        @Loss
        double loss(@Shape(64) double[] pixels, int label) {
          return Losses.softmaxCrossEntropy(logits(pixels), label);
        }

        @Metric
        double accuracy(@Shape(64) double[] pixels, int label) {
          return Ops.argmax(logits(pixels)) == label ? 1 : 0;
        }
      }
      """;

  /** A thousand steps, and two billion of them. */
  @Param({"1", "2000000"})
  int epochs;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final List<JavaFileObject> sources = new ArrayList<>();
  private StandardJavaFileManager files;
  private Path output;

  /** Writes the models. */
  @Setup
  public void write() throws IOException {
    output = Files.createTempDirectory("brisk");
    files = compiler.getStandardFileManager(null, Locale.ROOT, null);
    for (int i = 0; i < MODELS; i++) {
      sources.add(new Source("Model" + i, String.format(Locale.ROOT, MODEL, epochs, i)));
    }
  }

  @Benchmark
  public void withProcessor() {
    compile(List.of("-processor", "dev.brisk.processor.BriskProcessor"));
  }

  @Benchmark
  public void without() {
    compile(List.of("-proc:none"));
  }

  private void compile(List<String> options) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", output.toString(), "-s", output.toString()));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    if (!compiler.getTask(null, files, diagnostics, all, null, sources).call()) {
      throw new IllegalStateException(diagnostics.getDiagnostics().toString());
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("string:///models/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public String getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Measures both and prints the difference for one model. */
  public static void main(String[] arguments) throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("\\.CompilationCost\\.")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MILLISECONDS)
            .forks(1)
            .warmupIterations(10)
            .measurementIterations(10)
            .warmupTime(TimeValue.seconds(2))
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true)
            .build();
    for (RunResult result : new Runner(options).run()) {
      System.out.printf(
          Locale.ROOT,
          "%-14s %10s epochs: %7.1f ms a model%n",
          result.getPrimaryResult().getLabel(),
          result.getParams().getParam("epochs"),
          result.getPrimaryResult().getScore() / MODELS);
    }
  }
}
