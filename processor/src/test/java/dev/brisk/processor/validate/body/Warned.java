package dev.brisk.processor.validate.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles losses and tells which warnings each of them gets. */
final class Warned {
  private static final Pattern ID = Pattern.compile("brisk\\[([a-z-]+)]");

  /** A metric, since what it computes need not be differentiable. */
  private static final String MODEL =
      """
      import dev.brisk.*;
      import dev.brisk.ops.*;

      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class %s {
        static final int N = 3;

        @Parameter double w;
        @Parameter(shape = N) double[] v;

        @Loss
        double loss(double x, double y, int k, @Shape(N) double[] z) {
          return w * x * v[0] - y;
        }

        @Metric
        double metric(double x, double y, int k, @Shape(N) double[] z) {
          %s
        }

        static double sigmoid(double a) {
          return 1 / (1 + Math.exp(-a));
        }

        static double stableSigmoid(double a) {
          if (a >= 0) {
            return 1 / (1 + Math.exp(-a));
          }
          double e = Math.exp(a);
          return e / (1 + e);
        }

        static double softplus(double a) {
          return Math.log(1 + Math.exp(a));
        }

        static double[] softmax(double[] logits) {
          double largest = logits[0];
          for (double logit : logits) {
            largest = Math.max(largest, logit);
          }
          double[] exponentials = new double[logits.length];
          double sum = 0;
          for (int i = 0; i < logits.length; i++) {
            exponentials[i] = Math.exp(logits[i] - largest);
            sum += exponentials[i];
          }
          double[] shares = new double[logits.length];
          for (int i = 0; i < logits.length; i++) {
            shares[i] = exponentials[i] / sum;
          }
          return shares;
        }
      }
      """;

  private Warned() {}

  /** The ids of the warnings that each body gets, joined; those of all must compile. */
  static Map<String, String> about(List<String> bodies) {
    List<JavaFileObject> sources = new ArrayList<>();
    Map<String, TreeSet<String>> ids = new LinkedHashMap<>();
    for (String body : bodies) {
      String name = "Model" + sources.size();
      sources.add(JavaFileObjects.forSourceString(name, String.format(MODEL, name, body)));
      ids.put(body, new TreeSet<>());
    }
    Compilation compilation =
        Javac.compiler().withProcessors(new BriskProcessor()).compile(sources);
    assertThat(compilation.errors()).isEmpty();
    for (Diagnostic<? extends JavaFileObject> warning : compilation.warnings()) {
      Matcher id = ID.matcher(warning.getMessage(Locale.ROOT));
      assertThat(id.find()).as(warning.toString()).isTrue();
      String file = warning.getSource().getName();
      int number = Integer.parseInt(file.replaceAll("\\D", ""));
      ids.get(bodies.get(number)).add(id.group(1));
    }
    Map<String, String> joined = new LinkedHashMap<>();
    ids.forEach((body, found) -> joined.put(body, String.join(" ", found)));
    return joined;
  }
}
