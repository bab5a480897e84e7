package dev.brisk.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.program.Type;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("javac")
class ModelReaderTest {
  private static final ModelSource MODEL =
      read(
          """
          package demo.models;

          import dev.brisk.*;

          public class Outer {
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = Outer.RATE / 2, nesterov = false)
            @Schedule(value = Decay.CONSTANT, steps = 10)
            @Schedule(Decay.COSINE)
            @Warmup(steps = 1_000)
            public static class Net {
              @Parameter(shape = {3, 4}, init = Init.HE) float[] second;
              float[] notLearnt;
              @Parameter float first;

              @Metric int hit(@Shape(4) float[] x, int label) { return label; }
              float helper() { return first; }
              @Loss private double loss(@Shape(4) float[] pixels, int label) { return first; }
              @Metric float error(float[] a, int b) { return first; }
            }

            static final double RATE = 0.5;
          }
          """);

  @Test
  void readsTheNamesOfANestedModel() {
    assertThat(MODEL.name().packageName()).isEqualTo("demo.models");
    assertThat(MODEL.name().qualifiedName()).isEqualTo("demo.models.Outer.Net");
    assertThat(MODEL.name().trainerName()).isEqualTo("Outer_NetTrainer");
    assertThat(MODEL.isPublic()).isTrue();
  }

  @Test
  void aModelIsAsVisibleAsTheClassesAroundIt() {
    String model =
        """
        @Trainable @Optimizer(Algorithm.SGD)
        public static class Net {
          @Parameter double w;
          @Loss double loss() { return w; }
        }
        """;

    assertThat(read("import dev.brisk.*; class Outer { " + model + "}").isPublic()).isFalse();
    assertThat(read("import dev.brisk.*; public interface Outer { " + model + "}").isPublic())
        .isTrue();
  }

  @Test
  void tellsWhatIsWrittenFromDefaults() {
    Declaration optimizer = MODEL.optimizer();

    assertThat(optimizer.name()).isEqualTo("Optimizer");
    assertThat(optimizer.choice("value")).isEqualTo("SGD");
    assertThat(optimizer.number("learningRate")).isEqualTo(0.25);
    assertThat(optimizer.isWritten("nesterov")).isTrue();
    assertThat(optimizer.flag("nesterov")).isFalse();
    assertThat(optimizer.isWritten("momentum")).isFalse();
    assertThat(optimizer.number("momentum")).isZero();
    assertThat(optimizer.attributes().keySet())
        .startsWith(
            "value",
            "learningRate",
            "momentum",
            "dampening",
            "nesterov",
            "weightDecay",
            "beta1",
            "beta2",
            "epsilon");
  }

  @Test
  void readsSchedulesInTheOrderInWhichTheyRun() {
    assertThat(MODEL.schedules())
        .extracting(schedule -> schedule.choice("value"))
        .containsExactly("CONSTANT", "COSINE");
    assertThat(MODEL.schedules().get(0).whole("steps")).isEqualTo(10);
    assertThat(MODEL.warmup().orElseThrow().whole("steps")).isEqualTo(1000);
    assertThat(MODEL.training()).isEmpty();
  }

  @Test
  void readsParametersInTheOrderOfTheirFields() {
    assertThat(MODEL.precision()).isEqualTo(Scalar.FLOAT);
    assertThat(MODEL.parameters())
        .extracting(ParameterSource::name)
        .containsExactly("second", "first");
    assertThat(MODEL.parameters().get(0).type()).isEqualTo(Type.arrayOf(Scalar.FLOAT));
    assertThat(MODEL.parameters().get(0).shape()).containsExactly(3, 4);
    assertThat(MODEL.parameters().get(0).declaration().choice("init")).isEqualTo("HE");
    assertThat(MODEL.parameters().get(1).shape()).isEmpty();
  }

  @Test
  void readsTheLossAndTheMetricsInTheirOrder() {
    assertThat(MODEL.loss().name()).isEqualTo("loss");
    assertThat(MODEL.loss().result()).isEqualTo(Type.DOUBLE);
    assertThat(MODEL.loss().arguments())
        .extracting(MethodSource.Argument::name)
        .containsExactly("pixels", "label");
    assertThat(MODEL.loss().arguments().get(0).shape()).containsExactly(4);
    assertThat(MODEL.metrics()).extracting(MethodSource::name).containsExactly("hit", "error");
    assertThat(MODEL.metrics().get(1).arguments().get(0).shape()).isEmpty();
  }

  @Test
  void readsSchedulesThatAreWrittenAsASequence() {
    ModelSource model =
        read(
            """
            import dev.brisk.*;

            @Trainable
            @Optimizer(Algorithm.ADAM)
            @Schedule.Sequence({
              @Schedule(value = Decay.STEP, steps = 3),
              @Schedule(Decay.CONSTANT)
            })
            class Net {
              @Parameter double w;
              @Loss double loss() { return w; }
            }
            """);

    assertThat(model.schedules())
        .extracting(schedule -> schedule.choice("value"))
        .containsExactly("STEP", "CONSTANT");
    assertThat(model.schedules().get(0).place("steps")).isInstanceOf(ElementPlace.class);
  }

  private static ModelSource read(String source) {
    String name = source.contains("demo.models") ? "demo.models.Outer" : name(source);
    return ReadModels.only(JavaFileObjects.forSourceString(name, source));
  }

  private static String name(String source) {
    return source.contains("Outer") ? "Outer" : "Net";
  }
}
