package dev.brisk.processor.validate.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forms that lose their value far from 0 are found however they are written, and no others. */
@Tag("javac")
class UnstableFormsTest {
  private static final String SUM =
      "double sum = 0; for (int i = 0; i < N; i++) { sum += Math.exp(z[i]); } ";

  @Test
  void findsTheLogarithmOfASigmoid() {
    assertAll(
        "log-of-sigmoid",
        "return Math.log(Ops.sigmoid(x));",
        "return Math.log(sigmoid(x));",
        "return Math.log(stableSigmoid(w * x + y));",
        "double p = 1.0 / (1.0 + Math.exp(-(w * x + y))); return -y * Math.log(p);",
        "double e = Math.exp(x); double p = e / (e + 1); return Math.log(p);",
        "return Math.log(x > 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));",
        "float p = (float) sigmoid(x); return Math.log(p);",
        "return Math.log(1 - Ops.sigmoid(x));",
        "double p = sigmoid(x); double q = 1 - p; return Math.log(q);",
        "return Math.log1p(-sigmoid(x));",
        "return Math.log(1 / (1 + Math.exp(x)));",
        "return Math.log(1 / (1 + Math.exp(-x * y)));",
        "double s = 0; for (int i = 0; i < N; i++) { s += Math.log(sigmoid(z[i])); } return s;",
        "double[] p = new double[N]; for (int i = 0; i < N; i++) { p[i] = sigmoid(z[i]); }"
            + " return Math.log(p[k]);",
        "return k == 1 ? Math.log(sigmoid(x)) : 0;",
        "if (k == 1) { return Math.log(sigmoid(x)); } return 0;",
        // Only the complement of what is never below 0 is rounded to 0.
        "return Math.log(1 - sigmoid(x * x));");
  }

  @Test
  void findsTheLogarithmOfASoftmax() {
    assertAll(
        "log-of-softmax",
        "return Math.log(softmax(z)[k]);",
        "double[] p = softmax(z);"
            + " double s = 0; for (int i = 0; i < N; i++) { s -= z[i] * Math.log(p[i]); } return s;",
        SUM + "return Math.log(Math.exp(z[k]) / sum);",
        SUM + "double p = Math.exp(z[k]) / sum; return -Math.log(p);",
        SUM
            + "double[] p = new double[N];"
            + " for (int j = 0; j < N; j++) { p[j] = Math.exp(z[j]) / sum; }"
            + " return Math.log(p[k]);",
        "double[] p = new double[N]; double sum = 0;"
            + " for (int i = 0; i < N; i++) { p[i] = Math.exp(z[i]); sum += p[i]; }"
            + " for (int i = 0; i < N; i++) { p[i] /= sum; }"
            + " return Math.log(p[k]);",
        "double[] p = new double[N];"
            + " for (int i = 0; i < N; i++) { p[i] = Math.exp(z[i]); }"
            + " double sum = 0; for (double each : p) { sum += each; }"
            + " for (int i = 0; i < N; i++) { p[i] = p[i] / sum; }"
            + " return Math.log(p[k]);",
        "double[] logits = new double[N];"
            + " for (int i = 0; i < N; i++) { logits[i] = v[i];"
            + " for (int j = 0; j < N; j++) { logits[i] += w * z[j]; } }"
            + " double sum = 0; for (double logit : logits) { sum += Math.exp(logit); }"
            + " return Math.log(Math.exp(logits[k]) / sum);",
        "float[] p = new float[N]; float sum = 0;"
            + " for (int i = 0; i < N; i++) { float e = (float) Math.exp(z[i]); p[i] = e; sum += e; }"
            + " float share = p[k] / sum; return Math.log(share);");
  }

  @Test
  void findsTheSoftplusThatOverflows() {
    assertAll(
        "log-of-one-plus-exp",
        "return Math.log(1 + Math.exp(x));",
        "return Math.log(Math.exp(w * x) + 1);",
        "return Math.log1p(Math.exp(x));",
        "return softplus(-x);",
        "double e = Math.exp(-x); return Math.log1p(e);",
        "double d = 0; for (int i = 0; i < N; i++) { d += z[i]; } return Math.log1p(Math.exp(-d));",
        "double d = 0; for (int i = 0; i < N; i++) { d = z[i] * z[i] - d; }"
            + " return Math.log1p(Math.exp(-d));");
  }

  @Test
  void findsProbabilitiesThatAreTakenForLogits() {
    assertAll(
        "probability-as-logit",
        "return Losses.binaryCrossEntropy(Ops.sigmoid(x), 1);",
        "return Losses.binaryCrossEntropy(stableSigmoid(x), 1);",
        "return Losses.binaryCrossEntropy((float) sigmoid(x), 1f);",
        "double p = sigmoid(x); return p > 0.5 ? Losses.binaryCrossEntropy(p, 1) : 0;",
        "return Losses.softmaxCrossEntropy(softmax(z), k);");
  }

  @Test
  void hasNoWordForWhatIsMerelySimilar() {
    assertAll(
        "",
        // No sigmoid.
        "return Math.log(2 / (1 + Math.exp(-x)));",
        "return Math.log(1 / (2 + Math.exp(-x)));",
        "return Math.log(1 / (1 - Math.exp(-x)));",
        "return Math.log(1 / (1 + Math.expm1(-x)));",
        "return Math.log(Math.exp(x) / (1 + Math.exp(y)));",
        "return Math.log(x > 0 ? sigmoid(x) : sigmoid(y));",
        "return Math.log(x > 0 ? sigmoid(x) : 0.5);",
        "double e = Math.exp(x); e = e + y; return Math.log(e / (1 + e));",
        // Not its logarithm, or not of it alone.
        "return Math.log10(sigmoid(x));",
        "return Math.exp(sigmoid(x));",
        "return Math.log(sigmoid(x) + 1e-12);",
        "return Math.log(Math.max(sigmoid(x), 1e-12));",
        "return Math.log(2 - sigmoid(x));",
        "return Math.log1p(sigmoid(x));",
        "double[] p = new double[N]; p[0] = sigmoid(x); p[1] = 0.5; return Math.log(p[k]);",
        // Never near 0, or looked at before.
        "return Math.log(sigmoid(x * x));",
        "return Math.log(sigmoid(Math.abs(x)));",
        "return Math.log(1 - sigmoid(-Math.abs(x)));",
        "double p = sigmoid(x); return p > 0 ? Math.log(p) : -750;",
        "double s = w * x; return s > -30 ? Math.log(sigmoid(s)) : s;",
        "double s = w * x; if (s < -30) { return s; } return Math.log(sigmoid(s));",
        // No softmax.
        SUM + "return Math.log(sum) - z[k];",
        SUM + "return Math.log(Math.exp(v[k]) / sum);",
        SUM + "return Math.log(Math.exp(2 * z[k]) / sum);",
        SUM + "return Math.log(z[k] / sum);",
        SUM + "return Math.log(Math.exp(z[k]) / (sum + 1));",
        SUM + "sum += 1; return Math.log(Math.exp(z[k]) / sum);",
        SUM + "return Math.log(Math.exp(z[k]) / sum + 1e-9);",
        SUM + "return Math.log(1 - Math.exp(z[k]) / sum);",
        SUM.replace("i = 0", "i = 1") + "return Math.log(Math.exp(z[0]) / sum);",
        SUM.replace("sum = 0", "sum = 1") + "return Math.log(Math.exp(z[k]) / sum);",
        SUM.replace("sum +=", "if (i != k) sum +=") + "return Math.log(Math.exp(z[k]) / sum);",
        SUM.replace("z[i]", "z[i] + i") + "return Math.log(Math.exp(z[k]) / sum);",
        SUM.replace("z[i]", "z[i] * z[k]") + "return Math.log(Math.exp(z[k] * z[0]) / sum);",
        "double sum = 0; double log = 0;"
            + " for (int i = 0; i < N; i++) {"
            + " sum += Math.exp(z[i]); log += Math.log(Math.exp(z[i]) / sum); } return log;",
        "double[] p = new double[N]; double sum = 0;"
            + " for (int i = 0; i < N; i++) { p[i] = Math.exp(z[i]); sum += p[i]; }"
            + " double log = Math.log(p[k]);"
            + " for (int i = 0; i < N; i++) { p[i] /= sum; } return log * p[0];",
        "double[] p = softmax(z); return p[k] > 0 ? Math.log(p[k]) : -750;",
        // No softplus, or one that does not overflow.
        "return Math.log(1 - Math.exp(x));",
        "return Math.log(2 + Math.exp(x));",
        "return Math.log(1 + Math.exp(x) + Math.exp(y));",
        "return Math.log1p(Math.expm1(x));",
        "return Math.log1p(Math.exp(-Math.abs(x)));",
        "return Math.log1p(Math.exp(-x * x));",
        "double d = x - y; return Math.log(1 + Math.exp(-0.5 * d * d));",
        "double d = 0; for (int i = 0; i < N; i++) { d += z[i] * z[i]; }"
            + " return Math.log1p(Math.exp(-d));",
        "return Math.log1p(Math.exp(Math.min(x, 0)));",
        "return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));",
        "double s = w * x; if (s > 30) { return s; } return softplus(s);",
        // Logits.
        "return Losses.binaryCrossEntropy(x, sigmoid(y));",
        "return Losses.binaryCrossEntropy(2 * sigmoid(x), 1);",
        "return Losses.squared(sigmoid(x), 1);",
        "double[] p = softmax(z); double[] q = new double[N];"
            + " for (int i = 0; i < N; i++) { q[i] = Math.log(p[i] + 1e-9); }"
            + " return Losses.softmaxCrossEntropy(q, k);");
  }

  /** {@code log(a / (b + exp(c * x)))} is the logarithm of a sigmoid if a and b are 1. */
  @Test
  void constantsDecideWhetherItIsASigmoid() {
    SplittableRandom random = new SplittableRandom(26);
    Map<String, String> expected = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      int a = random.nextInt(1, 3);
      String b = random.nextBoolean() ? "1" : random.nextBoolean() ? "1.0" : "1.5";
      int c = random.nextInt(-3, 4);
      boolean isFirst = random.nextBoolean();
      String exponential = "Math.exp(" + c + " * w)";
      String sum = isFirst ? b + " + " + exponential : exponential + " + " + b;
      boolean isSigmoid = a == 1 && !b.equals("1.5");
      expected.put(
          "return Math.log(" + a + " / (" + sum + "));", isSigmoid ? "log-of-sigmoid" : "");
    }

    assertThat(Warned.about(new ArrayList<>(expected.keySet()))).isEqualTo(expected);
  }

  private static void assertAll(String id, String... bodies) {
    Map<String, String> others = Warned.about(List.of(bodies));
    others.values().removeIf(id::equals);
    assertThat(others).isEmpty();
  }
}
