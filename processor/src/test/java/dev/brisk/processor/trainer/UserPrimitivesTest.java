package dev.brisk.processor.trainer;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions that state their own derivative, from wherever a model can call them. */
@Tag("javac")
final class UserPrimitivesTest {
  /** In another package, in a nested class, and in one whose name looks like a package's. */
  private static final JavaFileObject LIBRARY =
      JavaFileObjects.forSourceString(
          "Maths.functions.Library",
          """
          package Maths.functions;

          import dev.brisk.ops.Derivative;

          public final class Library {
            private Library() {}

            public interface Curves {
              static double cube(@Derivative("cubeSlope") double x) {
                return x * x * x;
              }

              static double cubeSlope(double x) {
                return 3 * x * x;
              }
            }

            public static final class lower {
              private lower() {}

              public static double dot(
                  @Derivative("byLeft") double[] a, @Derivative("byRight") double[] b) {
                double sum = 0;
                for (int i = 0; i < a.length; i++) {
                  sum += a[i] * b[i];
                }
                return sum;
              }

              public static void byLeft(double[] a, double[] b, double upstream, double[] gradient) {
                for (int i = 0; i < a.length; i++) {
                  gradient[i] += upstream * b[i];
                }
              }

              public static void byRight(double[] a, double[] b, double upstream, double[] gradient) {
                byLeft(b, a, upstream, gradient);
              }
            }
          }
          """);

  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Model {
        @Parameter double[] w = {0.5, -0.25};
        @Parameter double bias = 0.125;

        @Loss
        double loss(double[] x, double y) {
          double error = Maths.functions.Library.Curves.cube(bias)
              + Maths.functions.Library.lower.dot(w, x) - y;
          return error * error + Maths.functions.Library.lower.dot(w, w);
        }
      }
      """;

  @Test
  void areFoundInTheSourcesOfAnotherPackage() {
    assertTrains(
        new GeneratedClasses(Compilations.compile(List.of(LIBRARY, Source.of("Model", MODEL)))));
  }

  @Test
  void areFoundInClassesOfTheClassPath(@TempDir Path classes) throws IOException {
    Compilation library = Compiler.javac().withOptions("-proc:none").compile(LIBRARY);
    for (JavaFileObject file : library.generatedFiles()) {
      Path target = classes.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
      Files.createDirectories(target.getParent());
      try (InputStream in = file.openInputStream()) {
        Files.write(target, in.readAllBytes());
      }
    }
    List<File> path = new ArrayList<>(List.of(classes.toFile()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .forEach(path::add);

    Compilation model =
        Compiler.javac()
            .withProcessors(new BriskProcessor())
            .withClasspath(path)
            .compile(Source.of("Model", MODEL));

    assertThat(model).succeededWithoutWarnings();
    assertThat(Compilations.trainers(model).values())
        .singleElement()
        .asString()
        .contains("Curves.cubeSlope(bias)", "lower.byLeft(w, x,");
  }

  @Test
  void derivativeOfTheVeryTypesIsCalledWhereItIsOverloaded() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double p = 2;

              static double f(@dev.brisk.ops.Derivative("slope") double x, double factor) {
                return x * factor;
              }

              static double slope(double x, double factor) {
                return factor;
              }

              static double slope(double x, int factor) {
                return Double.NaN;
              }

              @Loss
              double loss(int n) {
                return f(p, n) + f(p, 3);
              }
            }
            """);

    model.gradientCheck(model.examples(List.<Object[]>of(new Object[] {4}))).assertRight();
  }

  @Test
  void bodyOfAPrimitiveInTheModelIsNotInlined() {
    Compilation compilation =
        Compilations.compile(
            List.of(
                Source.of(
                    "Model",
                    """
                    @Trainable
                    @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
                    class Model {
                      @Parameter float p = 2;

                      static float twice(@dev.brisk.ops.Derivative("slope") float x) {
                        return x + x;
                      }

                      static float slope(float x) {
                        return 2;
                      }

                      @Loss
                      float loss(float x) {
                        return twice(p * x);
                      }
                    }
                    """)));

    assertThat(Compilations.trainers(compilation).values())
        .singleElement()
        .asString()
        .contains("Model.twice(p * x)", "Model.slope(p * x)")
        .doesNotContain("p * x + p * x");
  }

  @Test
  void callWhoseValueIsNotUsedIsRefused() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BriskProcessor())
            .compile(
                Source.of(
                    "Model",
                    """
                    @Trainable
                    @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
                    class Model {
                      @Parameter double p = 2;

                      static double f(@dev.brisk.ops.Derivative("slope") double x) {
                        return x;
                      }

                      static double slope(double x) {
                        return 1;
                      }

                      @Loss
                      double loss(double x) {
                        f(p);
                        return p;
                      }
                    }
                    """));

    assertThat(compilation).hadErrorContaining("whose value is not used");
  }

  private static void assertTrains(ClassLoader loader) {
    CompiledModel model = CompiledModel.of(loader, "models.Model", "loss");
    List<Object[]> rows =
        List.of(
            new Object[] {new double[] {1, -2}, 0.5}, new Object[] {new double[] {0.5, 3}, -1.0});
    model.gradientCheck(model.examples(rows)).assertRight();
  }
}
