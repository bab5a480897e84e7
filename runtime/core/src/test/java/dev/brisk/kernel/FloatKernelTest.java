package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every product against the sum of its formula, to the bound that {@link Kernel} states, on random
 * shapes and ranges; and the same bits however the work is split.
 */
final class FloatKernelTest {
  private static final double UNIT = 0x1p-24;

  /** One shape with its numbers; rows of a batch start at 2 where the method lets them. */
  private static final class Layer {
    static final int IN_FROM = 2;

    final SplittableRandom random;
    final int outs;
    final int ins;
    final int examples;
    final float[] weights;
    final float[] bias;
    final float[][] in;
    final float[][] dOut;

    Layer(int seed) {
      random = new SplittableRandom(seed);
      outs = Cases.size(random, 300);
      ins = Cases.size(random, 300);
      examples = Cases.size(random, Math.max(1, 400_000 / (outs * ins)));
      weights = Cases.floats(random, outs * ins);
      bias = Cases.floats(random, outs);
      in = Cases.floats(random, IN_FROM + examples, ins);
      dOut = Cases.floats(random, examples, outs);
    }

    @Override
    public String toString() {
      return examples + " x " + ins + " -> " + outs;
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void affineIsTheSumOfItsFormula(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[] bias = seed % 3 == 0 ? null : layer.bias;
      float[][] out = new float[layer.examples][layer.outs];
      affine(kernel, layer, bias, out, 0, layer.examples);
      int e = layer.random.nextInt(layer.examples);
      for (int o = 0; o < layer.outs; o++) {
        Sum sum = new Sum();
        sum.add(bias == null ? 0 : bias[o], 1);
        for (int k = 0; k < layer.ins; k++) {
          sum.add(layer.weights[o * layer.ins + k], layer.in[Layer.IN_FROM + e][k]);
        }
        sum.check(out[e][o], UNIT, layer);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void affineDoesNotDependOnTheSplit(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[][] whole = new float[layer.examples][layer.outs];
      affine(kernel, layer, layer.bias, whole, 0, layer.examples);
      float[][] split = new float[layer.examples][layer.outs];
      int from = 0;
      for (int to : Cases.cuts(layer.random, layer.examples)) {
        affine(kernel, layer, layer.bias, split, from, to);
        from = to;
      }
      assertThat(split).as("%s", layer).isDeepEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void affineOfOneExampleIsThatOfABatchOfOne(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[][] batch = new float[1][layer.outs];
      kernel.affine(layer.weights, layer.bias, layer.outs, layer.ins, layer.in, 0, 1, batch, 0, 1);
      float[] one = new float[layer.outs];
      kernel.affine(layer.weights, layer.bias, layer.outs, layer.ins, layer.in[0], one);
      assertThat(one).as("%s", layer).isEqualTo(batch[0]);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void derivativeByInputIsTheSumOfItsFormulaInThatOrder(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[][] before = Cases.floats(layer.random, layer.examples, layer.ins);
      float[][] dIn = Cases.copy(before);
      byInput(kernel, layer, dIn, 0, layer.examples);
      int e = layer.random.nextInt(layer.examples);
      for (int k = 0; k < layer.ins; k++) {
        Sum sum = new Sum();
        sum.add(before[e][k], 1);
        float inOrder = before[e][k];
        for (int o = 0; o < layer.outs; o++) {
          float weight = layer.weights[o * layer.ins + k];
          sum.add(layer.dOut[e][o], weight);
          inOrder = Math.fma(layer.dOut[e][o], weight, inOrder);
        }
        sum.check(dIn[e][k], UNIT, layer);
        assertThat(dIn[e][k]).as("%s", layer).isEqualTo(inOrder);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void derivativeByInputDoesNotDependOnTheSplit(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[][] whole = Cases.floats(layer.random, layer.examples, layer.ins);
      float[][] split = Cases.copy(whole);
      int e = layer.random.nextInt(layer.examples);
      float[] one = whole[e].clone();
      byInput(kernel, layer, whole, 0, layer.examples);
      int from = 0;
      for (int to : Cases.cuts(layer.random, layer.examples)) {
        byInput(kernel, layer, split, from, to);
        from = to;
      }
      assertThat(split).as("%s", layer).isDeepEqualTo(whole);
      kernel.affineByInput(layer.weights, layer.outs, layer.ins, layer.dOut[e], one);
      assertThat(one).as("%s", layer).isEqualTo(whole[e]);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void derivativeByWeightsIsTheSumOfItsFormulaInThatOrder(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[] before = Cases.floats(layer.random, layer.weights.length);
      float[] dWeights = before.clone();
      byWeights(kernel, layer, 0, layer.outs, dWeights, 0);
      int o = layer.random.nextInt(layer.outs);
      for (int k = 0; k < layer.ins; k++) {
        int at = o * layer.ins + k;
        Sum sum = new Sum();
        sum.add(before[at], 1);
        float inOrder = before[at];
        for (int e = 0; e < layer.examples; e++) {
          float in = layer.in[Layer.IN_FROM + e][k];
          sum.add(layer.dOut[e][o], in);
          inOrder = Math.fma(layer.dOut[e][o], in, inOrder);
        }
        sum.check(dWeights[at], UNIT, layer);
        assertThat(dWeights[at]).as("%s", layer).isEqualTo(inOrder);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void derivativeByWeightsDoesNotDependOnTheSplit(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[] whole = new float[layer.weights.length];
      byWeights(kernel, layer, 0, layer.outs, whole, 0);
      float[] split = new float[layer.weights.length];
      int offset = layer.random.nextInt(20);
      float[] buffer = new float[offset + layer.weights.length + 1];
      int from = 0;
      for (int to : Cases.cuts(layer.random, layer.outs)) {
        java.util.Arrays.fill(buffer, 0);
        byWeights(kernel, layer, from, to, buffer, offset);
        int length = (to - from) * layer.ins;
        assertThat(buffer[offset + length]).as("beyond the rows of %s", layer).isZero();
        System.arraycopy(buffer, offset, split, from * layer.ins, length);
        from = to;
      }
      assertThat(split).as("%s", layer).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void derivativesOfOneExampleAreThoseOfABatchOfOne(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[] batch = Cases.floats(layer.random, layer.weights.length);
      float[] one = batch.clone();
      int from = layer.random.nextInt(layer.outs);
      int at = from * layer.ins;
      float[] dOut = layer.dOut[0];
      float[] in = layer.in[Layer.IN_FROM];
      kernel.affineByWeights(
          layer.dOut, layer.in, Layer.IN_FROM, 1, from, layer.outs, layer.ins, batch, at);
      kernel.affineByWeights(dOut, in, from, layer.outs, layer.ins, one, at);
      assertThat(one).as("%s", layer).isEqualTo(batch);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void derivativeByBiasIsTheSumOverExamplesInTheirOrder(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      float[] before = Cases.floats(layer.random, layer.outs);
      float[] dBias = before.clone();
      int from = layer.random.nextInt(layer.outs);
      kernel.affineByBias(layer.dOut, layer.examples, from, layer.outs, dBias);
      float[] oneByOne = before.clone();
      for (float[] row : layer.dOut) {
        kernel.affineByBias(row, from, layer.outs, oneByOne);
      }
      assertThat(oneByOne).as("%s", layer).isEqualTo(dBias);
      for (int o = 0; o < layer.outs; o++) {
        float inOrder = before[o];
        for (int e = 0; o >= from && e < layer.examples; e++) {
          inOrder += layer.dOut[e][o];
        }
        assertThat(dBias[o]).as("%s", layer).isEqualTo(inOrder);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void dotIsTheSumOfItsProducts(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      int length = layer.ins;
      float[] a = layer.in[0];
      float[] b = layer.in[1];
      Sum sum = new Sum();
      for (int i = 0; i < length; i++) {
        sum.add(a[i], b[i]);
      }
      sum.check(kernel.dot(a, b, length), UNIT, layer);
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void axpyRoundsOnce(Kernel kernel) {
    for (int seed = 0; seed < Cases.SHAPES; seed++) {
      Layer layer = new Layer(seed);
      int length = layer.random.nextInt(layer.ins + 1);
      float factor = layer.bias[0];
      float[] y = layer.in[1].clone();
      kernel.axpy(factor, layer.in[0], y, length);
      for (int i = 0; i < layer.ins; i++) {
        float before = layer.in[1][i];
        float expected = i < length ? Math.fma(factor, layer.in[0][i], before) : before;
        assertThat(y[i]).as("%s", layer).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void emptyRangesAreLeftAlone(Kernel kernel) {
    Layer layer = new Layer(1);
    float[] weights = layer.weights.clone();
    float[][] rows = Cases.floats(layer.random, layer.examples, Math.max(layer.outs, layer.ins));
    float[][] before = Cases.copy(rows);
    affine(kernel, layer, layer.bias, rows, 1, 1);
    byInput(kernel, layer, rows, 0, 0);
    byWeights(kernel, layer, 1, 1, weights, 0);
    kernel.affineByWeights(layer.dOut, layer.in, 0, 0, 0, layer.outs, layer.ins, weights, 0);
    assertThat(rows).isDeepEqualTo(before);
    assertThat(weights).isEqualTo(layer.weights);
    assertThat(kernel.dot(layer.weights, layer.weights, 0)).isZero();
  }

  @ParameterizedTest
  @MethodSource("dev.brisk.kernel.Cases#kernels")
  void oneNotANumberSpoilsWhatDependsOnItAlone(Kernel kernel) {
    for (int seed = 0; seed < 100; seed++) {
      Layer layer = new Layer(seed);
      int spoilt = layer.random.nextInt(layer.examples);
      layer.in[Layer.IN_FROM + spoilt][layer.random.nextInt(layer.ins)] = Float.NaN;
      float[][] out = new float[layer.examples][layer.outs];
      affine(kernel, layer, layer.bias, out, 0, layer.examples);
      for (int e = 0; e < layer.examples; e++) {
        for (float value : out[e]) {
          assertThat(Float.isNaN(value)).as("%s", layer).isEqualTo(e == spoilt);
        }
      }
    }
  }

  private static void affine(
      Kernel kernel, Layer layer, float[] bias, float[][] out, int from, int to) {
    kernel.affine(
        layer.weights,
        bias,
        layer.outs,
        layer.ins,
        layer.in,
        Layer.IN_FROM,
        layer.examples,
        out,
        from,
        to);
  }

  private static void byInput(Kernel kernel, Layer layer, float[][] dIn, int from, int to) {
    kernel.affineByInput(layer.weights, layer.outs, layer.ins, layer.dOut, dIn, from, to);
  }

  private static void byWeights(
      Kernel kernel, Layer layer, int from, int to, float[] dWeights, int at) {
    kernel.affineByWeights(
        layer.dOut, layer.in, Layer.IN_FROM, layer.examples, from, to, layer.ins, dWeights, at);
  }
}
