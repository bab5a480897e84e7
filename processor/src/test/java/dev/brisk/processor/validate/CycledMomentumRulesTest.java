package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be cycled, and what it takes the place of. */
@Tag("javac")
class CycledMomentumRulesTest {
  private static final String ONE_CYCLE =
      "@Schedule(value = Decay.ONE_CYCLE, steps = 1000, cycleMomentum = true)";
  private static final String CYCLIC =
      "@Schedule(value = Decay.CYCLIC, maxLearningRate = 1, cycleMomentum = true)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SGD, momentum = 0.95 | ''",
        "SGD, momentum = 0.9 | momentum-overridden",
        "SGD | cycle-without-momentum",
        "SGD, momentum = 0 | cycle-without-momentum",
        "SGD, momentum = -1 | momentum-out-of-range",
        "SGD, momentum = Double.NaN | momentum-out-of-range",
        "RMSPROP | cycle-without-momentum",
        "RMSPROP, momentum = 0.95 | ''",
        "LARS, weightDecay = 1e-4 | cycle-without-momentum",
        "LARS, momentum = 0.95, weightDecay = 1e-4 | ''",
        "ADAM | ''",
        "ADAM, beta1 = 0.9 | momentum-overridden",
        "ADAM, beta1 = 0.95 | momentum-overridden",
        "ADAM, beta1 = 2 | beta-out-of-range",
        "ADAMW | ''",
        "RADAM | ''",
        "ADAMAX | ''",
        "LAMB | ''",
        "LION, learningRate = 1e-4 | ''",
        "NADAM | cycle-without-momentum",
        "ADAGRAD | cycle-without-momentum",
        "ADADELTA | cycle-without-momentum",
        "RPROP | cycle-without-momentum",
      })
  void judgeEveryAlgorithm(String optimizer, String ids) {
    assertThat(ids(optimizer, ONE_CYCLE)).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SGD, momentum = 0.9 | ''",
        "SGD, momentum = 0.95 | momentum-overridden",
        "ADAM, learningRate = 0.1, beta1 = 0.9 | momentum-overridden",
      })
  void knowWhatACycleBeginsWith(String optimizer, String ids) {
    assertThat(ids(optimizer, CYCLIC)).isEqualTo(ids);
  }

  @Test
  void sayNothingOfAMomentumThatHoldsForSomeUpdates() {
    assertThat(ids("ADAM, beta1 = 0.8", "@Warmup(steps = 5) " + ONE_CYCLE)).isEmpty();
    assertThat(
            ids("ADAM, beta1 = 0.8", "@Schedule(value = Decay.CONSTANT, steps = 90) " + ONE_CYCLE))
        .isEmpty();
    assertThat(ids("SGD, momentum = 0.9", ONE_CYCLE.replace("true", "false"))).isEmpty();
  }

  @Test
  void sayWhatToWrite() {
    assertThat(messages("SGD", CYCLIC))
        .singleElement()
        .asString()
        .contains("the momentum of SGD is 0", "from 0.9 down to 0.8 and back")
        .endsWith("Write momentum = 0.9 in @Optimizer, or remove cycleMomentum.");
    assertThat(messages("SGD, momentum = 0.5", ONE_CYCLE))
        .singleElement()
        .asString()
        .contains("no update uses the momentum of 0.5", "from 0.95 down to 0.85 and back")
        .endsWith("Write momentum = 0.95, which it begins with.");
  }

  /** At 2 (1 + momentum) / L, with the momentum beside the highest rate. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.369 | ''",
        "0.371 | stability-bound-exceeded",
        "0.389 | stability-bound-exceeded"
      })
  void boundTheRateByTheMomentumAtItsPeak(String rate, String ids) {
    String optimizer = "SGD, momentum = 0.95, learningRate = " + rate;
    assertThat(ids(optimizer, "@Curvature(lipschitz = 10) " + ONE_CYCLE)).isEqualTo(ids);
  }

  @Test
  void boundNoRateWhoseMomentumIsNotKnown() {
    assertThat(
            ids(
                "SGD, momentum = 0.95, learningRate = 0.5",
                "@Curvature(lipschitz = 10)"
                    + " @Schedule(value = Decay.ONE_CYCLE, cycleMomentum = true)"))
        .isEmpty();
  }

  private static String ids(String optimizer, String annotations) {
    return messages(optimizer, annotations).stream()
        .map(message -> message.replaceAll("(?s)brisk\\[([a-z-]+)].*", "$1"))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static List<String> messages(String optimizer, String annotations) {
    String source =
        """
        import dev.brisk.*;

        @Trainable
        @Optimizer(value = Algorithm.%s)
        %s
        class Model {
          @Parameter double weight;

          @Loss double loss(double x) { return weight * x; }
        }
        """
            .formatted(optimizer, annotations);
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .compile(JavaFileObjects.forSourceString("Model", source))
        .diagnostics()
        .stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
