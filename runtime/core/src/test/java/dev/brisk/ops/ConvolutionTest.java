package dev.brisk.ops;

import static dev.brisk.ops.Forms.narrowed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Convolution of shapes as networks have them, of which some are computed in several parts. A
 * derivative is compared by what it must be for every direction {@code v}: its product with {@code
 * v} is that of {@code dOut} with the convolution of {@code v}.
 */
class ConvolutionTest {
  private record Shape(
      int channels, int height, int width, int outputs, int size, int stride, int padding) {
    int pixels() {
      return channels * height * width;
    }

    int weights() {
      return outputs * channels * size * size;
    }

    double[] convolve(double[] image, double[] kernels, double[] bias) {
      return NaiveImages.convolution(
          new Object[] {image, height, width, kernels, bias, size, stride, padding});
    }
  }

  // Large and small ones by turns, as a thread's arrays are used again.
  private static Stream<Shape> shapes() {
    return Stream.of(
        new Shape(1, 28, 28, 8, 3, 1, 0),
        new Shape(20, 40, 42, 3, 3, 1, 1),
        new Shape(8, 13, 13, 16, 3, 1, 0),
        new Shape(3, 5, 7, 30, 1, 1, 0),
        new Shape(12, 61, 60, 2, 5, 2, 2),
        new Shape(2, 6, 4, 1, 3, 1, 2),
        new Shape(30, 40, 40, 2, 4, 2, 0),
        new Shape(1, 1, 1, 1, 1, 3, 5));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isItsFormula(Shape s) {
    Case c = new Case(s);
    double[] expected = s.convolve(c.image, c.kernels, c.bias);
    assertThat(c.out).containsExactly(expected, within(1e-12));
    double[] floats =
        Forms.numbers(
            Ops.conv2d(
                narrowed(c.image),
                s.height,
                s.width,
                narrowed(c.kernels),
                narrowed(c.bias),
                s.size,
                s.stride,
                s.padding));
    assertThat(floats).containsExactly(expected, within(1e-4));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void derivativeByKernelsIsTheTransposedMap(Shape s) {
    Case c = new Case(s);
    double[] before = c.drawn(s.weights());
    double[] dKernels = before.clone();
    Convolution.conv2dByKernels(
        c.image, s.height, s.width, c.kernels, c.bias, s.size, s.stride, s.padding, c.out, c.dOut,
        dKernels);
    double[] v = c.drawn(s.weights());
    double expected = Ops.dot(c.dOut, s.convolve(c.image, v, new double[s.outputs]));
    assertThat(Ops.dot(dKernels, v) - Ops.dot(before, v)).isCloseTo(expected, within(1e-8));
    float[] floats = narrowed(before);
    Convolution.conv2dByKernels(
        narrowed(c.image),
        s.height,
        s.width,
        narrowed(c.kernels),
        narrowed(c.bias),
        s.size,
        s.stride,
        s.padding,
        narrowed(c.out),
        narrowed(c.dOut),
        floats);
    assertThat(Forms.numbers(floats)).containsExactly(dKernels, within(1e-3));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void derivativeByImageIsTheTransposedMap(Shape s) {
    Case c = new Case(s);
    double[] before = c.drawn(s.pixels());
    double[] dImage = before.clone();
    Convolution.conv2dByImage(
        c.image, s.height, s.width, c.kernels, c.bias, s.size, s.stride, s.padding, c.out, c.dOut,
        dImage);
    double[] v = c.drawn(s.pixels());
    double expected = Ops.dot(c.dOut, s.convolve(v, c.kernels, new double[s.outputs]));
    assertThat(Ops.dot(dImage, v) - Ops.dot(before, v)).isCloseTo(expected, within(1e-8));
    float[] floats = narrowed(before);
    Convolution.conv2dByImage(
        narrowed(c.image),
        s.height,
        s.width,
        narrowed(c.kernels),
        narrowed(c.bias),
        s.size,
        s.stride,
        s.padding,
        narrowed(c.out),
        narrowed(c.dOut),
        floats);
    assertThat(Forms.numbers(floats)).containsExactly(dImage, within(1e-3));
  }

  /** Numbers of a shape, drawn from [-1, 1). */
  private static final class Case {
    private final SplittableRandom random = new SplittableRandom(3);
    private final double[] image;
    private final double[] kernels;
    private final double[] bias;
    private final double[] out;
    private final double[] dOut;

    Case(Shape s) {
      image = drawn(s.pixels());
      kernels = drawn(s.weights());
      bias = drawn(s.outputs());
      out = Ops.conv2d(image, s.height, s.width, kernels, bias, s.size, s.stride, s.padding);
      dOut = drawn(out.length);
    }

    double[] drawn(int length) {
      return random.doubles(length, -1, 1).toArray();
    }
  }
}
