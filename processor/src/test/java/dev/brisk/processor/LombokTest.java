package dev.brisk.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that Lombok works on, too, which is no annotation processor as others are. */
@Tag("javac")
class LombokTest {
  private enum Order {
    LOMBOK_FIRST,
    BRISK_FIRST
  }

  private static final String MODEL =
      """
      import dev.brisk.*;
      import lombok.*;

      @Getter
      @Setter
      @RequiredArgsConstructor
      @ToString
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      public class Model {
        private final String name;
        @Parameter double slope = 2;
        @Parameter(shape = 1) double[] offset;

        public Model() {
          this("a line");
        }

        @Predict
        double at(double x) {
          return slope * x + offset[0];
        }

        @Loss
        double loss(double x, double y) {
          double error = at(x) - y;
          return error * error;
        }
      }
      """;

  private static Compilation compiled(Order order, String model) {
    // It has its own way with the compiler's files: not one that other tests share.
    Compiler javac = Compiler.javac().withOptions("-Xlint:all,-processing");
    Processor brisk = new BriskProcessor();
    return (order == Order.LOMBOK_FIRST
            ? javac.withProcessors(lombok(), brisk)
            : javac.withProcessors(brisk, lombok()))
        .compile(JavaFileObjects.forSourceString("Model", model));
  }

  private static Processor lombok() {
    return ServiceLoader.load(Processor.class).stream()
        .filter(
            provider ->
                provider.type().getName().startsWith("lombok.")
                    && provider.type().getSimpleName().equals("AnnotationProcessor"))
        .findFirst()
        .orElseThrow()
        .get();
  }

  private static List<String> messages(Compilation compilation) {
    return compilation.errors().stream().map(error -> error.getMessage(Locale.ROOT)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void goesWithBriskInEitherOrder(Order order) {
    Compilation compilation = compiled(order, MODEL);

    assertThat(compilation).succeeded();
    Object line = CompiledModel.object(new GeneratedClasses(compilation), "Model");
    CompiledModel model = CompiledModel.of(line, "loss");
    // 2 * 3 is 5 more than 1; the slope goes by -0.1 * 2 * 5 * 3.
    assertThat(model.step(3.0, 1.0)).isEqualTo(25);
    assertThat(line).hasToString("Model(name=a line, slope=-1.0, offset=[-1.0])");
  }

  @Test
  void aGetterInALossIsReadWhereLombokIsFirst() {
    String getting = MODEL.replace("slope * x", "getSlope() * x");

    Compilation compilation = compiled(Order.LOMBOK_FIRST, getting);

    assertThat(compilation).succeeded();
    Object line = CompiledModel.object(new GeneratedClasses(compilation), "Model");
    CompiledModel model = CompiledModel.of(line, "loss");
    assertThat(model.step(3.0, 1.0)).isEqualTo(25);
    assertThat(line).hasToString("Model(name=a line, slope=-1.0, offset=[-1.0])");
    assertThat(messages(compiled(Order.BRISK_FIRST, getting)))
        .first()
        .asString()
        .startsWith("brisk[unresolved-name]: `getSlope()` ");
  }

  @ParameterizedTest
  @EnumSource
  void theTypeOfAValIsNotRead(Order order) {
    String inferring = MODEL.replace("double error =", "val error =");

    assertThat(messages(compiled(order, inferring)))
        .first()
        .asString()
        .startsWith("brisk[unsupported-local-type]: `error` is a local of type val. ");
  }
}
