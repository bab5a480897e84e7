import dev.brisk.*;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = {6, 4}) double[] w1;
  @Parameter(shape = 6) double[] b1;
  @Parameter(shape = {3, 5}) double[] w2;
  @Parameter(shape = 2) double[] b2;
  @Parameter(shape = 12) double[] flat;
  @Parameter(shape = {2, 1, 3, 3}) double[] kernels;

  @Loss
  double loss(@Shape(4) double[] x, int label) {
    double[] hidden = Ops.relu(Ops.affine(w1, b1, x));
    return Losses.softmaxCrossEntropy(Ops.matrixVector(w2, hidden), label);
//                                                         ^ `hidden` has length 6, and `matrixVector` needs one of length 5 here. `w2` is {3, 5}: it takes 5 values and gives 3. Pass an array of length 5, or change the shape of `w2`
  }

  @Metric
  double bias(@Shape(4) double[] x, int label) {
    return Ops.affine(w1, b2, x)[0];
//                        ^ `b2` has length 2, and `affine` needs one of length 6 here. `w1` is {6, 4}
  }

  @Metric
  double oneByOne(@Shape(4) double[] x, int label) {
    return Ops.dot(b1, x);
//                     ^ `x` has length 4, and `dot` needs one of length 6 here. `b1` has length 6, and both go together
  }

  @Metric
  double flatWeights(@Shape(4) double[] x, int label) {
    return Ops.affine(flat, b2, x)[0];
//                              ^ `x` has length 4, and `affine` needs one of length 6 here. `flat` has 12 values, for 2 outputs `b2`
  }

  @Metric
  double joined(@Shape(4) double[] x, int label) {
    double[] both = Ops.concat(x, b2);
    return Ops.add(both, Ops.slice(b1, 1, 5))[0];
//                                ^ `slice` has length 4, and `add` needs one of length 6 here
  }

  @Metric
  double images(@Shape(4) double[] x, int label) {
    double[] image = new double[32];
    return Ops.conv2d(image, 4, 4, kernels, b2, 3)[0];
//                                 ^ `kernels` has length 18, and `conv2d` needs one of length 36 here. 2 channels of `image` to 2 of `b2` by windows of 3 x 3
  }
}
