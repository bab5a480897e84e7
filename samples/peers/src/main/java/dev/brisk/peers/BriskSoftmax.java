package dev.brisk.peers;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.List;

/** Softmax regression for Brisk. */
@Trainable
@Optimizer(value = SGD, learningRate = Rows.SOFTMAX_RATE)
class BriskSoftmax {
  private static final int CLASSES = Images.CLASSES;
  private static final int PIXELS = Images.SIDE * Images.SIDE;

  @Parameter(shape = {CLASSES, PIXELS})
  float[] weights;

  @Parameter(shape = CLASSES)
  float[] bias;

  @Predict
  float[] logits(@Shape(PIXELS) float[] pixels) {
    return affine(weights, bias, pixels);
  }

  @Loss
  float loss(@Shape(PIXELS) float[] pixels, int label) {
    return softmaxCrossEntropy(logits(pixels), label);
  }

  static Training training(Workload.Network network, Examples examples, int threads) {
    List<float[]> firstValues = FirstValues.of(network);
    BriskSoftmax model = new BriskSoftmax();
    model.weights = firstValues.get(0);
    model.bias = firstValues.get(1);
    BriskSoftmaxTrainer trainer = new BriskSoftmaxTrainer(model);
    return BriskTraining.of(
        trainer,
        BriskSoftmaxTrainer.examples(examples.inputs(), examples.classes()),
        network.batch(),
        threads,
        inputs -> trainer.logits(BriskSoftmaxTrainer.examples(inputs, new int[inputs.length])));
  }
}
