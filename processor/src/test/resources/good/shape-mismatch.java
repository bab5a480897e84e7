import dev.brisk.*;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Model {
  @Parameter(shape = {6, 4}) double[] w1;
  @Parameter(shape = 6) double[] b1;
  @Parameter(shape = {3, 6}) double[] w2;
  @Parameter(shape = {3, 4}) double[] w3;
  @Parameter double[] open = {1, 2, 3, 4};

  @Loss
  double loss(@Shape(4) double[] x, double[] any, int label) {
    double[] hidden = Ops.relu(Ops.affine(w1, b1, x));
    double[] joined = Ops.concat(Ops.slice(hidden, 2, 4), Ops.slice(hidden, 0, 2));
    double[] added = Ops.add(Ops.add(joined, open), any);
    double[] logits = Ops.add(Ops.matrixVector(w2, hidden), Ops.matrixVector(w3, added));
    return Losses.softmaxCrossEntropy(logits, label);
  }
}
