package dev.brisk.ops;

/**
 * Operations on the numbers of one example: on scalars, on arrays with a scalar result, and, from
 * {@link #affine(double[], double[], double[])} on, on arrays with an array as result.
 *
 * <p>An operation with a scalar result is followed by its derivatives, named after what they derive
 * by. It allocates nothing. The {@code float} overloads of operations on scalars compute in {@code
 * double} and round the result once. {@code tanh} is {@link Math#tanh(double)}.
 *
 * <p>An operation with an array as result returns a new one, and leaves its arguments as they are.
 * Generated code calls the forms of it that allocate nothing, in the class that {@link InPlace}
 * names; they give the same bits. Shapes are written in braces: {@code {outputs, inputs}} is a flat
 * array of {@code outputs x inputs} elements, the last index running fastest. Every sum is taken in
 * an order that depends on the shapes alone.
 *
 * <p>A NaN gives a NaN.
 */
public final class Ops {
  private Ops() {}

  /**
   * The index of the largest value; of the first one, where several are equal. A NaN counts as
   * larger than any number, as in PyTorch's {@code torch.argmax}. Not differentiable.
   *
   * @param values at least one
   * @return an index in [0, {@code values.length})
   * @throws IllegalArgumentException if there are no values
   */
  public static int argmax(double[] values) {
    Lengths.notEmpty("values", values.length);
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        return i;
      }
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** As {@link #argmax(double[])}. */
  public static int argmax(float[] values) {
    Lengths.notEmpty("values", values.length);
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        return i;
      }
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /**
   * The logistic function, {@code 1 / (1 + exp(-x))}. Does not overflow. PyTorch's {@code
   * torch.sigmoid}.
   *
   * <p>Its logarithm is {@link #logSigmoid(double)}; the loss of a classifier with two classes is
   * {@link Losses#binaryCrossEntropy(double, double)}, which takes {@code x} itself.
   */
  public static double sigmoid(@Derivative("sigmoidByX") double x) {
    double exponential = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : exponential) / (1 + exponential);
  }

  /** {@code exp(-|x|) / (1 + exp(-|x|))^2}, which is {@code s (1 - s)} of the sigmoid. */
  public static double sigmoidByX(double x) {
    double exponential = Math.exp(-Math.abs(x));
    return exponential / ((1 + exponential) * (1 + exponential));
  }

  /** As {@link #sigmoid(double)}. */
  public static float sigmoid(@Derivative("sigmoidByX") float x) {
    return (float) sigmoid((double) x);
  }

  /** As {@link #sigmoidByX(double)}. */
  public static float sigmoidByX(float x) {
    return (float) sigmoidByX((double) x);
  }

  /**
   * The logarithm of the sigmoid, {@code min(x, 0) - ln(1 + exp(-|x|))}, which neither overflows
   * nor takes the logarithm of 0. The logarithm of {@code 1 - sigmoid(x)} is {@code
   * logSigmoid(-x)}. PyTorch's {@code logsigmoid}.
   */
  public static double logSigmoid(@Derivative("logSigmoidByX") double x) {
    return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code sigmoid(-x)}. */
  public static double logSigmoidByX(double x) {
    return sigmoid(-x);
  }

  /** As {@link #logSigmoid(double)}. */
  public static float logSigmoid(@Derivative("logSigmoidByX") float x) {
    return (float) logSigmoid((double) x);
  }

  /** As {@link #logSigmoidByX(double)}. */
  public static float logSigmoidByX(float x) {
    return (float) logSigmoidByX((double) x);
  }

  /**
   * A smooth {@link #relu(double)}, {@code ln(1 + exp(x))}, computed as {@code max(x, 0) + ln(1 +
   * exp(-|x|))}, which does not overflow. PyTorch's {@code softplus} with {@code beta = 1}, but
   * without its threshold: that gives {@code x} above 20, 2e-9 less.
   */
  public static double softplus(@Derivative("softplusByX") double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code sigmoid(x)}. */
  public static double softplusByX(double x) {
    return sigmoid(x);
  }

  /** As {@link #softplus(double)}. */
  public static float softplus(@Derivative("softplusByX") float x) {
    return (float) softplus((double) x);
  }

  /** As {@link #softplusByX(double)}. */
  public static float softplusByX(float x) {
    return (float) softplusByX((double) x);
  }

  /**
   * The rectifier, {@code max(x, 0)}. The subgradient at 0 is 0. PyTorch's {@code relu}. ({@code
   * Math.max(x, 0)} is the same but for its subgradient at 0, which is 1/2.)
   */
  public static double relu(@Derivative("reluByX") double x) {
    return Math.max(x, 0);
  }

  /** 1 above 0, else 0. */
  public static double reluByX(double x) {
    return x > 0 ? 1 : 0;
  }

  /** As {@link #relu(double)}. */
  public static float relu(@Derivative("reluByX") float x) {
    return (float) relu((double) x);
  }

  /** As {@link #reluByX(double)}. */
  public static float reluByX(float x) {
    return (float) reluByX((double) x);
  }

  /**
   * A rectifier that lets a share of the negative side through, {@code x} above 0 and {@code slope
   * * x} elsewhere. The subgradient by {@code x} at 0 is {@code slope}. PyTorch's {@code
   * leaky_relu}, and its {@code prelu} where {@code slope} is a parameter.
   */
  public static double leakyRelu(
      @Derivative("leakyReluByX") double x, @Derivative("leakyReluBySlope") double slope) {
    return x > 0 ? x : slope * x;
  }

  /** 1 above 0, else {@code slope}. */
  public static double leakyReluByX(double x, double slope) {
    return x > 0 ? 1 : slope;
  }

  /** 0 above 0, else {@code x}. */
  public static double leakyReluBySlope(double x, double slope) {
    return x > 0 ? 0 : x;
  }

  /** As {@link #leakyRelu(double, double)}. */
  public static float leakyRelu(
      @Derivative("leakyReluByX") float x, @Derivative("leakyReluBySlope") float slope) {
    return (float) leakyRelu((double) x, (double) slope);
  }

  /** As {@link #leakyReluByX(double, double)}. */
  public static float leakyReluByX(float x, float slope) {
    return (float) leakyReluByX((double) x, (double) slope);
  }

  /** As {@link #leakyReluBySlope(double, double)}. */
  public static float leakyReluBySlope(float x, float slope) {
    return (float) leakyReluBySlope((double) x, (double) slope);
  }

  /**
   * The exponential linear unit, {@code x} above 0 and {@code exp(x) - 1} elsewhere. It has no
   * kink. PyTorch's {@code elu} with {@code alpha = 1}; Clevert, Unterthiner and Hochreiter, "Fast
   * and Accurate Deep Network Learning by Exponential Linear Units", 2015.
   */
  public static double elu(@Derivative("eluByX") double x) {
    return x > 0 ? x : Math.expm1(x);
  }

  /** 1 above 0, else {@code exp(x)}. */
  public static double eluByX(double x) {
    return x > 0 ? 1 : Math.exp(x);
  }

  /** As {@link #elu(double)}. */
  public static float elu(@Derivative("eluByX") float x) {
    return (float) elu((double) x);
  }

  /** As {@link #eluByX(double)}. */
  public static float eluByX(float x) {
    return (float) eluByX((double) x);
  }

  /**
   * The sigmoid linear unit or swish, {@code x sigmoid(x)}. PyTorch's {@code silu}; Hendrycks and
   * Gimpel, "Gaussian Error Linear Units", 2016.
   */
  public static double silu(@Derivative("siluByX") double x) {
    return x * sigmoid(x);
  }

  /** {@code s + x s (1 - s)} of the sigmoid {@code s}. */
  public static double siluByX(double x) {
    return sigmoid(x) + x * sigmoidByX(x);
  }

  /** As {@link #silu(double)}. */
  public static float silu(@Derivative("siluByX") float x) {
    return (float) silu((double) x);
  }

  /** As {@link #siluByX(double)}. */
  public static float siluByX(float x) {
    return (float) siluByX((double) x);
  }

  /**
   * The Gaussian error linear unit, {@code x P(Z <= x)} for a standard normal {@code Z}, which is
   * {@code x (1 + erf(x / sqrt(2))) / 2}: the exact form, not the one by {@code tanh}. PyTorch's
   * {@code gelu}; Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016. Accurate to double
   * precision by Cody's approximations of {@code erfc} (1969).
   */
  public static double gelu(@Derivative("geluByX") double x) {
    return x * NormalDistribution.below(x);
  }

  /** {@code P(Z <= x) + x p(x)} with the density {@code p} of {@code Z}. */
  public static double geluByX(double x) {
    return NormalDistribution.below(x) + x * NormalDistribution.density(x);
  }

  /** As {@link #gelu(double)}. */
  public static float gelu(@Derivative("geluByX") float x) {
    return (float) gelu((double) x);
  }

  /** As {@link #geluByX(double)}. */
  public static float geluByX(float x) {
    return (float) geluByX((double) x);
  }

  /**
   * {@link #gelu(double)} as many trained models have it, with {@code tanh} in place of the error
   * function: {@code x (1 + tanh(u)) / 2} with {@code u = sqrt(2 / pi) (x + 0.044715 x^3)},
   * computed as {@code x sigmoid(2 u)}, which loses nothing far below 0. It differs from the exact
   * form by less than 5e-4. PyTorch's {@code gelu} with {@code approximate='tanh'}; Hendrycks and
   * Gimpel, "Gaussian Error Linear Units", 2016.
   */
  public static double geluTanh(@Derivative("geluTanhByX") double x) {
    return x * sigmoid(GeluTanh.logit(x));
  }

  /** {@code s + x s (1 - s) 2 u'} of {@code s = sigmoid(2 u)}. */
  public static double geluTanhByX(double x) {
    double logit = GeluTanh.logit(x);
    return sigmoid(logit) + x * sigmoidByX(logit) * GeluTanh.logitByX(x);
  }

  /** As {@link #geluTanh(double)}. */
  public static float geluTanh(@Derivative("geluTanhByX") float x) {
    return (float) geluTanh((double) x);
  }

  /** As {@link #geluTanhByX(double)}. */
  public static float geluTanhByX(float x) {
    return (float) geluTanhByX((double) x);
  }

  /**
   * The scalar product, {@code sum a[i] b[i]}; 0 of nothing. The terms are dealt out to four
   * partial sums in turn, so that the order depends on the length alone. PyTorch's {@code dot}.
   *
   * @param a {@code {length}}
   * @param b {@code {length}}
   * @throws IllegalArgumentException if the lengths differ
   */
  public static double dot(@Derivative("dotByA") double[] a, @Derivative("dotByB") double[] b) {
    Lengths.equal("b", b.length, a.length);
    return Sums.products(a, 0, b, 0, a.length);
  }

  /** Adds {@code upstream b[i]}. */
  public static void dotByA(double[] a, double[] b, double upstream, double[] gradient) {
    Sums.addScaled(b, upstream, gradient);
  }

  /** Adds {@code upstream a[i]}. */
  public static void dotByB(double[] a, double[] b, double upstream, double[] gradient) {
    Sums.addScaled(a, upstream, gradient);
  }

  /** As {@link #dot(double[], double[])}. */
  public static float dot(@Derivative("dotByA") float[] a, @Derivative("dotByB") float[] b) {
    Lengths.equal("b", b.length, a.length);
    return Sums.products(a, 0, b, 0, a.length);
  }

  /** Adds {@code upstream b[i]}. */
  public static void dotByA(float[] a, float[] b, float upstream, float[] gradient) {
    Sums.addScaled(b, upstream, gradient);
  }

  /** Adds {@code upstream a[i]}. */
  public static void dotByB(float[] a, float[] b, float upstream, float[] gradient) {
    Sums.addScaled(a, upstream, gradient);
  }

  /**
   * The sum of all elements; 0 of nothing. Summed as {@link #dot(double[], double[])}, {@code
   * float} elements in {@code double}. PyTorch's {@code sum}.
   */
  public static double sum(@Derivative("sumByX") double[] x) {
    return Sums.of(x);
  }

  /** Adds {@code upstream}. */
  public static void sumByX(double[] x, double upstream, double[] gradient) {
    Sums.addToAll(x, upstream, gradient);
  }

  /** As {@link #sum(double[])}. */
  public static float sum(@Derivative("sumByX") float[] x) {
    return (float) Sums.of(x);
  }

  /** Adds {@code upstream}. */
  public static void sumByX(float[] x, float upstream, float[] gradient) {
    Sums.addToAll(x, upstream, gradient);
  }

  /**
   * The mean of all elements, {@link #sum(double[])} divided by their number. PyTorch's {@code
   * mean}.
   *
   * @param x at least one
   * @throws IllegalArgumentException if there are no elements
   */
  public static double mean(@Derivative("meanByX") double[] x) {
    Lengths.notEmpty("x", x.length);
    return Sums.of(x) / x.length;
  }

  /** Adds {@code upstream / x.length}. */
  public static void meanByX(double[] x, double upstream, double[] gradient) {
    Sums.addToAll(x, upstream / x.length, gradient);
  }

  /** As {@link #mean(double[])}. */
  public static float mean(@Derivative("meanByX") float[] x) {
    Lengths.notEmpty("x", x.length);
    return (float) (Sums.of(x) / x.length);
  }

  /** Adds {@code upstream / x.length}. */
  public static void meanByX(float[] x, float upstream, float[] gradient) {
    Sums.addToAll(x, upstream / x.length, gradient);
  }

  /**
   * An affine map, {@code weights x + bias}: the layer that PyTorch calls {@code Linear}. Element
   * {@code i} is {@code bias[i]} and, added to it, {@link #dot(double[], double[])} of row {@code
   * i} and {@code x}.
   *
   * @param weights {@code {outputs, inputs}}, row by row
   * @param bias {@code {outputs}}
   * @param x {@code {inputs}}
   * @return {@code {outputs}}
   * @throws IllegalArgumentException if {@code weights} has not {@code bias.length x x.length}
   *     elements
   */
  @InPlace(Products.class)
  public static double[] affine(
      @Derivative("affineByWeights") double[] weights,
      @Derivative("affineByBias") double[] bias,
      @Derivative("affineByX") double[] x) {
    double[] out = new double[Products.affineLength(weights, bias, x)];
    Products.affine(weights, bias, x, out);
    return out;
  }

  /** As {@link #affine(double[], double[], double[])}. */
  @InPlace(Products.class)
  public static float[] affine(
      @Derivative("affineByWeights") float[] weights,
      @Derivative("affineByBias") float[] bias,
      @Derivative("affineByX") float[] x) {
    float[] out = new float[Products.affineLength(weights, bias, x)];
    Products.affine(weights, bias, x, out);
    return out;
  }

  /**
   * The product of a matrix and a vector. Element {@code i} is {@link #dot(double[], double[])} of
   * row {@code i} and {@code x}. PyTorch's {@code mv}.
   *
   * @param matrix {@code {outputs, inputs}}, row by row, with at least one element
   * @param x {@code {inputs}}
   * @return {@code {outputs}}, where {@code outputs} is {@code matrix.length / x.length}
   * @throws IllegalArgumentException if an array is empty or {@code matrix.length} is no multiple
   *     of {@code x.length}
   */
  @InPlace(Products.class)
  public static double[] matrixVector(
      @Derivative("matrixVectorByMatrix") double[] matrix,
      @Derivative("matrixVectorByX") double[] x) {
    double[] out = new double[Products.matrixVectorLength(matrix, x)];
    Products.matrixVector(matrix, x, out);
    return out;
  }

  /** As {@link #matrixVector(double[], double[])}. */
  @InPlace(Products.class)
  public static float[] matrixVector(
      @Derivative("matrixVectorByMatrix") float[] matrix,
      @Derivative("matrixVectorByX") float[] x) {
    float[] out = new float[Products.matrixVectorLength(matrix, x)];
    Products.matrixVector(matrix, x, out);
    return out;
  }

  /**
   * {@code a + b}, element by element.
   *
   * @param a {@code {length}}
   * @param b {@code {length}}
   * @return {@code {length}}
   * @throws IllegalArgumentException if the lengths differ
   */
  @InPlace(Elementwise.class)
  public static double[] add(@Derivative("addByA") double[] a, @Derivative("addByB") double[] b) {
    double[] out = new double[a.length];
    Elementwise.add(a, b, out);
    return out;
  }

  /** As {@link #add(double[], double[])}. */
  @InPlace(Elementwise.class)
  public static float[] add(@Derivative("addByA") float[] a, @Derivative("addByB") float[] b) {
    float[] out = new float[a.length];
    Elementwise.add(a, b, out);
    return out;
  }

  /**
   * {@code a - b}, element by element.
   *
   * @param a {@code {length}}
   * @param b {@code {length}}
   * @return {@code {length}}
   * @throws IllegalArgumentException if the lengths differ
   */
  @InPlace(Elementwise.class)
  public static double[] subtract(
      @Derivative("subtractByA") double[] a, @Derivative("subtractByB") double[] b) {
    double[] out = new double[a.length];
    Elementwise.subtract(a, b, out);
    return out;
  }

  /** As {@link #subtract(double[], double[])}. */
  @InPlace(Elementwise.class)
  public static float[] subtract(
      @Derivative("subtractByA") float[] a, @Derivative("subtractByB") float[] b) {
    float[] out = new float[a.length];
    Elementwise.subtract(a, b, out);
    return out;
  }

  /**
   * {@code a * b}, element by element; the scalar product is {@link #dot(double[], double[])}.
   *
   * @param a {@code {length}}
   * @param b {@code {length}}
   * @return {@code {length}}
   * @throws IllegalArgumentException if the lengths differ
   */
  @InPlace(Elementwise.class)
  public static double[] multiply(
      @Derivative("multiplyByA") double[] a, @Derivative("multiplyByB") double[] b) {
    double[] out = new double[a.length];
    Elementwise.multiply(a, b, out);
    return out;
  }

  /** As {@link #multiply(double[], double[])}. */
  @InPlace(Elementwise.class)
  public static float[] multiply(
      @Derivative("multiplyByA") float[] a, @Derivative("multiplyByB") float[] b) {
    float[] out = new float[a.length];
    Elementwise.multiply(a, b, out);
    return out;
  }

  /**
   * Every element times the factor.
   *
   * @param x {@code {length}}
   * @return {@code {length}}
   */
  @InPlace(Elementwise.class)
  public static double[] scale(
      @Derivative("scaleByX") double[] x, @Derivative("scaleByFactor") double factor) {
    double[] out = new double[x.length];
    Elementwise.scale(x, factor, out);
    return out;
  }

  /** As {@link #scale(double[], double)}. */
  @InPlace(Elementwise.class)
  public static float[] scale(
      @Derivative("scaleByX") float[] x, @Derivative("scaleByFactor") float factor) {
    float[] out = new float[x.length];
    Elementwise.scale(x, factor, out);
    return out;
  }

  /** {@link #relu(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] relu(@Derivative("reluByX") double[] x) {
    double[] out = new double[x.length];
    Activations.relu(x, out);
    return out;
  }

  /** As {@link #relu(double[])}. */
  @InPlace(Activations.class)
  public static float[] relu(@Derivative("reluByX") float[] x) {
    float[] out = new float[x.length];
    Activations.relu(x, out);
    return out;
  }

  /** {@link #leakyRelu(double, double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] leakyRelu(
      @Derivative("leakyReluByX") double[] x, @Derivative("leakyReluBySlope") double slope) {
    double[] out = new double[x.length];
    Activations.leakyRelu(x, slope, out);
    return out;
  }

  /** As {@link #leakyRelu(double[], double)}. */
  @InPlace(Activations.class)
  public static float[] leakyRelu(
      @Derivative("leakyReluByX") float[] x, @Derivative("leakyReluBySlope") float slope) {
    float[] out = new float[x.length];
    Activations.leakyRelu(x, slope, out);
    return out;
  }

  /** {@link #elu(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] elu(@Derivative("eluByX") double[] x) {
    double[] out = new double[x.length];
    Activations.elu(x, out);
    return out;
  }

  /** As {@link #elu(double[])}. */
  @InPlace(Activations.class)
  public static float[] elu(@Derivative("eluByX") float[] x) {
    float[] out = new float[x.length];
    Activations.elu(x, out);
    return out;
  }

  /** {@link #gelu(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] gelu(@Derivative("geluByX") double[] x) {
    double[] out = new double[x.length];
    Activations.gelu(x, out);
    return out;
  }

  /** As {@link #gelu(double[])}. */
  @InPlace(Activations.class)
  public static float[] gelu(@Derivative("geluByX") float[] x) {
    float[] out = new float[x.length];
    Activations.gelu(x, out);
    return out;
  }

  /** {@link #geluTanh(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] geluTanh(@Derivative("geluTanhByX") double[] x) {
    double[] out = new double[x.length];
    Activations.geluTanh(x, out);
    return out;
  }

  /** As {@link #geluTanh(double[])}. */
  @InPlace(Activations.class)
  public static float[] geluTanh(@Derivative("geluTanhByX") float[] x) {
    float[] out = new float[x.length];
    Activations.geluTanh(x, out);
    return out;
  }

  /** {@link #silu(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] silu(@Derivative("siluByX") double[] x) {
    double[] out = new double[x.length];
    Activations.silu(x, out);
    return out;
  }

  /** As {@link #silu(double[])}. */
  @InPlace(Activations.class)
  public static float[] silu(@Derivative("siluByX") float[] x) {
    float[] out = new float[x.length];
    Activations.silu(x, out);
    return out;
  }

  /** {@link #softplus(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] softplus(@Derivative("softplusByX") double[] x) {
    double[] out = new double[x.length];
    Activations.softplus(x, out);
    return out;
  }

  /** As {@link #softplus(double[])}. */
  @InPlace(Activations.class)
  public static float[] softplus(@Derivative("softplusByX") float[] x) {
    float[] out = new float[x.length];
    Activations.softplus(x, out);
    return out;
  }

  /** {@link #sigmoid(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] sigmoid(@Derivative("sigmoidByX") double[] x) {
    double[] out = new double[x.length];
    Activations.sigmoid(x, out);
    return out;
  }

  /** As {@link #sigmoid(double[])}. */
  @InPlace(Activations.class)
  public static float[] sigmoid(@Derivative("sigmoidByX") float[] x) {
    float[] out = new float[x.length];
    Activations.sigmoid(x, out);
    return out;
  }

  /** {@link #logSigmoid(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] logSigmoid(@Derivative("logSigmoidByX") double[] x) {
    double[] out = new double[x.length];
    Activations.logSigmoid(x, out);
    return out;
  }

  /** As {@link #logSigmoid(double[])}. */
  @InPlace(Activations.class)
  public static float[] logSigmoid(@Derivative("logSigmoidByX") float[] x) {
    float[] out = new float[x.length];
    Activations.logSigmoid(x, out);
    return out;
  }

  /** {@link Math#tanh(double)} of each element; the result is as long as {@code x}. */
  @InPlace(Activations.class)
  public static double[] tanh(@Derivative("tanhByX") double[] x) {
    double[] out = new double[x.length];
    Activations.tanh(x, out);
    return out;
  }

  /** As {@link #tanh(double[])}. */
  @InPlace(Activations.class)
  public static float[] tanh(@Derivative("tanhByX") float[] x) {
    float[] out = new float[x.length];
    Activations.tanh(x, out);
    return out;
  }

  /**
   * Probabilities of classes from their scores, {@code exp(x[i]) / sum_j exp(x[j])}, with the
   * largest score subtracted before every exponential. PyTorch's {@code softmax}.
   *
   * <p>Its logarithm is {@link #logSoftmax(double[])}; the loss of a classifier is {@link
   * Losses#softmaxCrossEntropy(double[], int)}, which takes the scores themselves.
   *
   * @param x {@code {classes}}
   * @return {@code {classes}}, not negative, with the sum 1
   */
  @InPlace(Softmax.class)
  public static double[] softmax(@Derivative("softmaxByX") double[] x) {
    double[] out = new double[x.length];
    Softmax.softmax(x, out);
    return out;
  }

  /** As {@link #softmax(double[])}. */
  @InPlace(Softmax.class)
  public static float[] softmax(@Derivative("softmaxByX") float[] x) {
    float[] out = new float[x.length];
    Softmax.softmax(x, out);
    return out;
  }

  /**
   * The logarithm of the softmax, {@code x[i] - ln(sum_j exp(x[j]))}, which takes no logarithm of
   * 0. PyTorch's {@code log_softmax}.
   *
   * @param x {@code {classes}}
   * @return {@code {classes}}, at most 0
   */
  @InPlace(Softmax.class)
  public static double[] logSoftmax(@Derivative("logSoftmaxByX") double[] x) {
    double[] out = new double[x.length];
    Softmax.logSoftmax(x, out);
    return out;
  }

  /** As {@link #logSoftmax(double[])}. */
  @InPlace(Softmax.class)
  public static float[] logSoftmax(@Derivative("logSoftmaxByX") float[] x) {
    float[] out = new float[x.length];
    Softmax.logSoftmax(x, out);
    return out;
  }

  /**
   * Layer normalisation, {@code gain (x - mean) / sqrt(variance + 1e-5) + bias}, where the variance
   * is the mean squared distance from the mean. PyTorch's {@code layer_norm} over all of {@code x};
   * Ba, Kiros and Hinton, "Layer Normalization", 2016.
   *
   * @param x {@code {length}}, at least one
   * @param gain {@code {length}}
   * @param bias {@code {length}}
   * @return {@code {length}}
   * @throws IllegalArgumentException if there are no elements or the lengths differ
   */
  @InPlace(Normalization.class)
  public static double[] layerNorm(
      @Derivative("layerNormByX") double[] x,
      @Derivative("layerNormByGain") double[] gain,
      @Derivative("layerNormByBias") double[] bias) {
    double[] out = new double[x.length];
    Normalization.layerNorm(x, gain, bias, out);
    return out;
  }

  /** As {@link #layerNorm(double[], double[], double[])}. */
  @InPlace(Normalization.class)
  public static float[] layerNorm(
      @Derivative("layerNormByX") float[] x,
      @Derivative("layerNormByGain") float[] gain,
      @Derivative("layerNormByBias") float[] bias) {
    float[] out = new float[x.length];
    Normalization.layerNorm(x, gain, bias, out);
    return out;
  }

  /**
   * {@link #layerNorm(double[], double[], double[])} with another number than 1e-5 in it.
   *
   * @param epsilon what is added to the variance; at least 0
   * @throws IllegalArgumentException if {@code epsilon} is negative, there are no elements or the
   *     lengths differ
   */
  @InPlace(Normalization.class)
  public static double[] layerNorm(
      @Derivative("layerNormByX") double[] x,
      @Derivative("layerNormByGain") double[] gain,
      @Derivative("layerNormByBias") double[] bias,
      double epsilon) {
    double[] out = new double[x.length];
    Normalization.layerNorm(x, gain, bias, epsilon, out);
    return out;
  }

  /** As {@link #layerNorm(double[], double[], double[], double)}. */
  @InPlace(Normalization.class)
  public static float[] layerNorm(
      @Derivative("layerNormByX") float[] x,
      @Derivative("layerNormByGain") float[] gain,
      @Derivative("layerNormByBias") float[] bias,
      double epsilon) {
    float[] out = new float[x.length];
    Normalization.layerNorm(x, gain, bias, epsilon, out);
    return out;
  }

  /**
   * Dropout: {@code x} as it is. Only a step of a trainer drops, and sets each element to 0 with
   * the probability {@code rate} and divides the others by {@code 1 - rate}; loss, metrics and
   * predictions outside it see all elements. PyTorch's {@code dropout}; Srivastava et al.,
   * "Dropout", 2014.
   *
   * @param x {@code {length}}
   * @param rate the share that is dropped, in [0, 1)
   * @return {@code {length}}
   * @throws IllegalArgumentException if {@code rate} is out of range
   */
  @InPlace(Dropout.class)
  public static double[] dropout(@Derivative("dropoutByX") double[] x, double rate) {
    double[] out = new double[x.length];
    Dropout.dropout(x, rate, out);
    return out;
  }

  /** As {@link #dropout(double[], double)}. */
  @InPlace(Dropout.class)
  public static float[] dropout(@Derivative("dropoutByX") float[] x, double rate) {
    float[] out = new float[x.length];
    Dropout.dropout(x, rate, out);
    return out;
  }

  /**
   * A row of a table. PyTorch's {@code Embedding} of one index.
   *
   * @param table {@code {rows, width}}, row by row, with at least one row
   * @param width the length of a row, at least 1
   * @param row in [0, {@code table.length / width})
   * @return {@code {width}}
   * @throws IllegalArgumentException if {@code table} is empty or its length is no multiple of
   *     {@code width}
   * @throws IndexOutOfBoundsException if {@code row} is out of range
   */
  @InPlace(Copies.class)
  public static double[] embedding(
      @Derivative("embeddingByTable") double[] table, int width, int row) {
    double[] out = new double[Copies.embeddingLength(table, width, row)];
    Copies.embedding(table, width, row, out);
    return out;
  }

  /** As {@link #embedding(double[], int, int)}. */
  @InPlace(Copies.class)
  public static float[] embedding(
      @Derivative("embeddingByTable") float[] table, int width, int row) {
    float[] out = new float[Copies.embeddingLength(table, width, row)];
    Copies.embedding(table, width, row, out);
    return out;
  }

  /**
   * The elements of {@code a} and then those of {@code b}. PyTorch's {@code cat}.
   *
   * @return {@code {a.length + b.length}}
   */
  @InPlace(Copies.class)
  public static double[] concat(
      @Derivative("concatByA") double[] a, @Derivative("concatByB") double[] b) {
    double[] out = new double[Copies.concatLength(a, b)];
    Copies.concat(a, b, out);
    return out;
  }

  /** As {@link #concat(double[], double[])}. */
  @InPlace(Copies.class)
  public static float[] concat(
      @Derivative("concatByA") float[] a, @Derivative("concatByB") float[] b) {
    float[] out = new float[Copies.concatLength(a, b)];
    Copies.concat(a, b, out);
    return out;
  }

  /**
   * The elements of {@code a}, then those of {@code b}, then those of {@code c}. PyTorch's {@code
   * cat}.
   *
   * @return {@code {a.length + b.length + c.length}}
   */
  @InPlace(Copies.class)
  public static double[] concat(
      @Derivative("concatByA") double[] a,
      @Derivative("concatByB") double[] b,
      @Derivative("concatByC") double[] c) {
    double[] out = new double[Copies.concatLength(a, b, c)];
    Copies.concat(a, b, c, out);
    return out;
  }

  /** As {@link #concat(double[], double[], double[])}. */
  @InPlace(Copies.class)
  public static float[] concat(
      @Derivative("concatByA") float[] a,
      @Derivative("concatByB") float[] b,
      @Derivative("concatByC") float[] c) {
    float[] out = new float[Copies.concatLength(a, b, c)];
    Copies.concat(a, b, c, out);
    return out;
  }

  /**
   * The elements from {@code from} on, before {@code to}. PyTorch's {@code x[from:to]}.
   *
   * @param from in [0, {@code to}]
   * @param to at most {@code x.length}
   * @return {@code {to - from}}
   * @throws IndexOutOfBoundsException if there are no such elements
   */
  @InPlace(Copies.class)
  public static double[] slice(@Derivative("sliceByX") double[] x, int from, int to) {
    double[] out = new double[Copies.sliceLength(x, from, to)];
    Copies.slice(x, from, to, out);
    return out;
  }

  /** As {@link #slice(double[], int, int)}. */
  @InPlace(Copies.class)
  public static float[] slice(@Derivative("sliceByX") float[] x, int from, int to) {
    float[] out = new float[Copies.sliceLength(x, from, to)];
    Copies.slice(x, from, to, out);
    return out;
  }

  /**
   * Two-dimensional convolution with square kernels, which move by one pixel and stay within the
   * image. As in PyTorch, whose {@code conv2d} this is, kernels are not turned round: an element of
   * the result is {@code bias[o] + sum image[c][row + i][column + j] kernels[o][c][i][j]}.
   *
   * @param image {@code {channels, height, width}}, where {@code channels} is found from its length
   * @param height at least {@code size}
   * @param width at least {@code size}
   * @param kernels {@code {outputs, channels, size, size}}
   * @param bias {@code {outputs}}
   * @param size of a kernel, at least 1
   * @return {@code {outputs, height - size + 1, width - size + 1}}
   * @throws IllegalArgumentException if these do not fit each other
   */
  @InPlace(Convolution.class)
  public static double[] conv2d(
      @Derivative("conv2dByImage") double[] image,
      int height,
      int width,
      @Derivative("conv2dByKernels") double[] kernels,
      @Derivative("conv2dByBias") double[] bias,
      int size) {
    int length = Convolution.conv2dLength(image, height, width, kernels, bias, size);
    double[] out = new double[length];
    Convolution.conv2d(image, height, width, kernels, bias, size, out);
    return out;
  }

  /** As {@link #conv2d(double[], int, int, double[], double[], int)}. */
  @InPlace(Convolution.class)
  public static float[] conv2d(
      @Derivative("conv2dByImage") float[] image,
      int height,
      int width,
      @Derivative("conv2dByKernels") float[] kernels,
      @Derivative("conv2dByBias") float[] bias,
      int size) {
    int length = Convolution.conv2dLength(image, height, width, kernels, bias, size);
    float[] out = new float[length];
    Convolution.conv2d(image, height, width, kernels, bias, size, out);
    return out;
  }

  /**
   * {@link #conv2d(double[], int, int, double[], double[], int)} with kernels that move by {@code
   * stride} pixels over an image with {@code padding} zeros around it on every side.
   *
   * @param stride at least 1
   * @param padding at least 0; the padded image is at least as large as a kernel
   * @return {@code {outputs, rows, columns}}, where {@code rows} is {@code (height + 2 padding -
   *     size) / stride + 1}, rounded down, and {@code columns} likewise
   * @throws IllegalArgumentException if these do not fit each other
   */
  @InPlace(Convolution.class)
  public static double[] conv2d(
      @Derivative("conv2dByImage") double[] image,
      int height,
      int width,
      @Derivative("conv2dByKernels") double[] kernels,
      @Derivative("conv2dByBias") double[] bias,
      int size,
      int stride,
      int padding) {
    int length =
        Convolution.conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    double[] out = new double[length];
    Convolution.conv2d(image, height, width, kernels, bias, size, stride, padding, out);
    return out;
  }

  /** As {@link #conv2d(double[], int, int, double[], double[], int, int, int)}. */
  @InPlace(Convolution.class)
  public static float[] conv2d(
      @Derivative("conv2dByImage") float[] image,
      int height,
      int width,
      @Derivative("conv2dByKernels") float[] kernels,
      @Derivative("conv2dByBias") float[] bias,
      int size,
      int stride,
      int padding) {
    int length =
        Convolution.conv2dLength(image, height, width, kernels, bias, size, stride, padding);
    float[] out = new float[length];
    Convolution.conv2d(image, height, width, kernels, bias, size, stride, padding, out);
    return out;
  }

  /**
   * The largest pixel of each square window; windows lie side by side, and what does not fill one
   * is left out. The derivative goes to the first of the largest pixels, row by row. A NaN counts
   * as larger than any number. PyTorch's {@code max_pool2d}.
   *
   * @param image {@code {channels, height, width}}, where {@code channels} is found from its length
   * @param height at least {@code size}
   * @param width at least {@code size}
   * @param size of a window, at least 1
   * @return {@code {channels, height / size, width / size}}, rounded down
   * @throws IllegalArgumentException if these do not fit each other
   */
  @InPlace(Pooling.class)
  public static double[] maxPool(
      @Derivative("maxPoolByImage") double[] image, int height, int width, int size) {
    double[] out = new double[Pooling.maxPoolLength(image, height, width, size)];
    Pooling.maxPool(image, height, width, size, out);
    return out;
  }

  /** As {@link #maxPool(double[], int, int, int)}. */
  @InPlace(Pooling.class)
  public static float[] maxPool(
      @Derivative("maxPoolByImage") float[] image, int height, int width, int size) {
    float[] out = new float[Pooling.maxPoolLength(image, height, width, size)];
    Pooling.maxPool(image, height, width, size, out);
    return out;
  }

  /**
   * {@link #maxPool(double[], int, int, int)} with a window that moves by {@code stride} pixels.
   *
   * @param stride at least 1
   * @return {@code {channels, rows, columns}}, where {@code rows} is {@code (height - size) /
   *     stride + 1}, rounded down, and {@code columns} likewise
   * @throws IllegalArgumentException if these do not fit each other
   */
  @InPlace(Pooling.class)
  public static double[] maxPool(
      @Derivative("maxPoolByImage") double[] image, int height, int width, int size, int stride) {
    double[] out = new double[Pooling.maxPoolLength(image, height, width, size, stride)];
    Pooling.maxPool(image, height, width, size, stride, out);
    return out;
  }

  /** As {@link #maxPool(double[], int, int, int, int)}. */
  @InPlace(Pooling.class)
  public static float[] maxPool(
      @Derivative("maxPoolByImage") float[] image, int height, int width, int size, int stride) {
    float[] out = new float[Pooling.maxPoolLength(image, height, width, size, stride)];
    Pooling.maxPool(image, height, width, size, stride, out);
    return out;
  }

  /**
   * The mean of each square window; windows lie side by side, and what does not fill one is left
   * out. PyTorch's {@code avg_pool2d}.
   *
   * @param image {@code {channels, height, width}}, where {@code channels} is found from its length
   * @param height at least {@code size}
   * @param width at least {@code size}
   * @param size of a window, at least 1
   * @return {@code {channels, height / size, width / size}}, rounded down
   * @throws IllegalArgumentException if these do not fit each other
   */
  @InPlace(Pooling.class)
  public static double[] averagePool(
      @Derivative("averagePoolByImage") double[] image, int height, int width, int size) {
    double[] out = new double[Pooling.averagePoolLength(image, height, width, size)];
    Pooling.averagePool(image, height, width, size, out);
    return out;
  }

  /** As {@link #averagePool(double[], int, int, int)}. */
  @InPlace(Pooling.class)
  public static float[] averagePool(
      @Derivative("averagePoolByImage") float[] image, int height, int width, int size) {
    float[] out = new float[Pooling.averagePoolLength(image, height, width, size)];
    Pooling.averagePool(image, height, width, size, out);
    return out;
  }

  /**
   * {@link #averagePool(double[], int, int, int)} with a window that moves by {@code stride}
   * pixels.
   *
   * @param stride at least 1
   * @return {@code {channels, rows, columns}}, where {@code rows} is {@code (height - size) /
   *     stride + 1}, rounded down, and {@code columns} likewise
   * @throws IllegalArgumentException if these do not fit each other
   */
  @InPlace(Pooling.class)
  public static double[] averagePool(
      @Derivative("averagePoolByImage") double[] image,
      int height,
      int width,
      int size,
      int stride) {
    double[] out = new double[Pooling.averagePoolLength(image, height, width, size, stride)];
    Pooling.averagePool(image, height, width, size, stride, out);
    return out;
  }

  /** As {@link #averagePool(double[], int, int, int, int)}. */
  @InPlace(Pooling.class)
  public static float[] averagePool(
      @Derivative("averagePoolByImage") float[] image,
      int height,
      int width,
      int size,
      int stride) {
    float[] out = new float[Pooling.averagePoolLength(image, height, width, size, stride)];
    Pooling.averagePool(image, height, width, size, stride, out);
    return out;
  }
}
